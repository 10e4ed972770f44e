import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

export const howToGetChromium =
  "Install one (Debian: apt-get install chromium; elsewhere: npx playwright install --with-deps chromium) " +
  "or name yours in CHROMIUM_PATH.";

/** A Chromium to test with: CHROMIUM_PATH, then PATH, then Playwright's own; null where there is none. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : null;
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, chromium.executablePath()].find((file) => existsSync(file)) ?? null;
}

/** How Playwright starts it; Chromium's sandbox refuses to run as root. */
export function chromiumLaunch() {
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return { executablePath: findChromium() ?? undefined, args };
}
