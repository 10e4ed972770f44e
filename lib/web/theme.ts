import { cookies } from "next/headers";

export type Theme = "light" | "dark";

/** The theme that was chosen in this browser; null follows the system. The cookie is written by components/theme-choice.tsx. */
export async function chosenTheme(): Promise<Theme | null> {
  const value = (await cookies()).get("theme")?.value;
  return value === "light" || value === "dark" ? value : null;
}
