import { randomBytes } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { picture } from "@/tests/support/pictures";
import { expect } from "./fixtures";

/** Somebody who has just made an account, in the empty studio. */
export async function signUp(page: Page): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Email").fill(`newcomer-${randomBytes(6).toString("hex")}@example.org`);
  await page.getByLabel("Password", { exact: true }).fill(randomBytes(12).toString("hex"));
  await page.getByRole("button", { name: "Make an account" }).click();
  await expect(page).toHaveURL("/studio");
}

/** A new show by the form that asks for four things; gives the path of its page in the studio. */
export async function beginShow(page: Page, title: string): Promise<string> {
  await page.goto("/studio/new");
  // What is typed before the script has come is not yet in the preview.
  await expect(async () => {
    await page.getByLabel("Title").fill("");
    await page.getByLabel("Title").fill(title);
    await expect(page.getByRole("complementary").getByText(title).first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.getByLabel("Artwork").setInputFiles(await cover());
  await page.getByLabel("Category").selectOption("Books");
  await page.getByRole("button", { name: "Create show" }).click();
  await expect(page).toHaveURL(/\/studio\/(?!new$)[a-z0-9-]+$/);
  return new URL(page.url()).pathname;
}

const cover = async () => ({ name: "cover.png", mimeType: "image/png", buffer: await picture() });

/** In both themes axe finds nothing, and no part is wider than the window. */
export async function expectFlawless(page: Page): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}
