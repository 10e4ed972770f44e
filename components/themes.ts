import { Monitor, Moon, Sun } from "lucide-react";

export const themes = [
  { value: "system", name: "As the system", Icon: Monitor },
  { value: "light", name: "Light", Icon: Sun },
  { value: "dark", name: "Dark", Icon: Moon },
] as const;

export type Theme = (typeof themes)[number]["value"];

/** Puts this page into a theme; keeping the choice is the server's. */
export function showTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
}
