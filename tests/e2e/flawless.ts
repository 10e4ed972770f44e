import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import axeCore, { type AxeResults } from "axe-core";
import { expect } from "./fixtures";

/** Axe finds nothing, and no part is wider than the window. `what` names the screen where several are looked at. */
export async function expectFlawless(page: Page, what?: string): Promise<void> {
  expect((await axe(page).analyze()).violations, what).toEqual([]);
  await expectFits(page, what);
}

/** The same, in both themes. The second differs by its colours alone, so that only these are looked at again. */
export async function expectFlawlessInBothThemes(page: Page, what?: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await expectFlawless(page, what);
  await page.emulateMedia({ colorScheme: "light" });
  expect((await axe(page).withRules(["color-contrast"]).analyze()).violations, what).toEqual([]);
  await expectFits(page, what);
}

/** No page has frames of another origin, for which axe would open a second page each time. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode();

/** The same of a page in a browser that runs no script. */
export async function expectFlawlessWithoutScript(page: Page, what?: string): Promise<void> {
  await page.evaluate(holdClock);
  await page.evaluate(axeCore.source);
  await page.evaluate(beginAxe);
  await expect.poll(() => page.evaluate(goOn), { message: what }).toEqual([]);
  await expectFits(page, what);
}

type Held = { due: (() => void)[]; found: unknown };
type Holder = Window & { held: Held; axe: { run(of: Document, how: object, then: Then): void } };
type Then = (error: unknown, results: AxeResults) => void;

/** Run in the browser. No clock goes there: what is put off is held, until somebody goes on with it. */
function holdClock(): void {
  const held: Held = { due: [], found: null };
  (window as unknown as Holder).held = held;
  window.setTimeout = ((run: (...given: unknown[]) => void, _: number, ...given: unknown[]) =>
    held.due.push(() => run(...given))) as unknown as typeof window.setTimeout;
}

/** Run in the browser. */
function beginAxe(): void {
  const { axe, held } = window as unknown as Holder;
  axe.run(document, { preload: false }, (error, results) => {
    held.found = error ? String(error) : results.violations;
  });
}

/** Run in the browser: what axe found, null until it is through. */
function goOn(): unknown {
  const { held } = window as unknown as Holder;
  for (const run of held.due.splice(0)) run();
  return held.found;
}

async function expectFits(page: Page, what?: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over, what).toBeLessThanOrEqual(0);
}
