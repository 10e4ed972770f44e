import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
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

async function expectFits(page: Page, what?: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over, what).toBeLessThanOrEqual(0);
}
