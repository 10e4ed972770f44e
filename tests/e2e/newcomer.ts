import { randomBytes } from "node:crypto";
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
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Artwork").setInputFiles(await cover());
  await page.getByLabel("Category").selectOption("Books");
  await page.getByRole("button", { name: "Create show" }).click();
  await expect(page).toHaveURL(/\/studio\/(?!new$)[a-z0-9-]+$/);
  return new URL(page.url()).pathname;
}

const cover = async () => ({ name: "cover.png", mimeType: "image/png", buffer: await picture() });
