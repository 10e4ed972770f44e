// `npm run screenshots`: every screen of a house with the demo in it, at both widths and in both themes, into screenshots/.
// `npm run screenshots -- admin-view`: those with this in their names.
import { mkdir } from "node:fs/promises";
import { type Browser, chromium, type Page } from "playwright";
import { chromiumLaunch } from "@/tests/support/chromium";
import { startHouse } from "@/tests/support/house";
import { type Room, roomsOf } from "@/tests/support/screens";
import { signIn } from "@/tests/support/signing-in";

const folder = "screenshots";
const [, , wanted = ""] = process.argv;
const widths = [390, 1280];
const themes = ["light", "dark"] as const;

type Look = { width: number; theme: (typeof themes)[number] };

const house = await startHouse({});
const browser = await chromium.launch(chromiumLaunch());
try {
  await mkdir(folder, { recursive: true });
  for (const room of await roomsOf(house))
    for (const width of widths) for (const theme of themes) await take(browser, room, { width, theme });
} finally {
  await browser.close();
  await house.stop();
}

async function take(browser: Browser, { as, at, screens }: Room, { width, theme }: Look): Promise<void> {
  const taken = Object.entries(screens).filter(([name]) => name.includes(wanted));
  if (taken.length === 0) return;
  const context = await browser.newContext({
    baseURL: house.url,
    viewport: { width, height: 844 },
    colorScheme: theme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  if (as) await signIn(page, as, at);
  for (const [name, address] of taken) {
    await page.goto(address, { waitUntil: "load" });
    await stillness(page, address);
    await page.screenshot({ path: `${folder}/${name}-${width}-${theme}.png`, fullPage: true });
  }
  await context.close();
}

/** Waits for what comes after the page: the rows of a table, the editor of the notes. */
async function stillness(page: Page, address: string): Promise<void> {
  await page.locator('[aria-busy="true"]').first().waitFor({ state: "detached" });
  if (/^\/studio\/.+\/episodes\//.test(address)) await page.getByRole("toolbar").waitFor();
}
