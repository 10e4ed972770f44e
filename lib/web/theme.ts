import { cookies } from "next/headers";
import { settings } from "@/lib/platform/env";

const aYear = 365 * 24 * 60 * 60;

/** The theme that was chosen in this browser; null follows the system. */
export async function chosenTheme(): Promise<"light" | "dark" | null> {
  const value = (await cookies()).get("theme")?.value;
  return value === "light" || value === "dark" ? value : null;
}

/** Keeps the choice for a year; anything but "light" and "dark" goes back to the system's. */
export async function keepTheme(choice: FormDataEntryValue | null): Promise<void> {
  const jar = await cookies();
  if (choice !== "light" && choice !== "dark") jar.delete("theme");
  else
    jar.set("theme", choice, {
      maxAge: aYear,
      httpOnly: true,
      sameSite: "lax",
      secure: settings().appUrl.startsWith("https:"),
    });
}
