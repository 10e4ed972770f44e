import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import type { House } from "@/tests/support/house";

/** From now on pages of the browser that are gone to, or loaded again, are there once their script is: it hears every act. */
export function wakePages(context: BrowserContext): void {
  context.on("page", (page) => {
    const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
    page.goto = (...given) => goto(...given).then((answer) => expectAwake(page).then(() => answer));
    page.reload = (...given) => reload(...given).then((answer) => expectAwake(page).then(() => answer));
  });
}

/** A page in a browser of its own, for whoever else has a part in the story. */
export async function elsewhere(browser: Browser, { url }: Pick<House, "url">): Promise<Page> {
  const context = await browser.newContext({ baseURL: url });
  wakePages(context);
  return context.newPage();
}

/** Needed only where a page was left by a link or a form that loads the next one whole. */
export const expectAwake = (page: Page): Promise<void> =>
  expect(async () => expect(await page.evaluate(unheard)).toBe("")).toPass({ intervals: [20, 50, 100, 250] });

/** Run in the browser: the first thing on the page that would not yet hear somebody, or nothing. */
async function unheard(): Promise<string> {
  if (!matchMedia("(scripting: enabled)").matches || !document.querySelector("script[src*='/_next/']")) return "";
  // React marks what it has taken over; what a form sends along unseen it never marks.
  const fields = document.body.querySelectorAll("button, select, textarea, input:not([type=hidden])");
  const isHeard = (element: Element) => Object.keys(element).some((name) => name.startsWith("__reactFiber$"));
  const deaf = [document.body, ...fields].find((element) => !isHeard(element));
  if (deaf) return deaf.outerHTML.slice(0, 200);
  // Ears on the window are put on once the page is drawn.
  await new Promise<unknown>((resolve) => requestIdleCallback(resolve, { timeout: 1_000 }));
  return "";
}
