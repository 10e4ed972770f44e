import type { Page } from "playwright";

type Person = { email: string; password: string };

/** Signs in by the page, as a person does, and waits for where it leads. */
export async function signIn(page: Page, { email, password }: Person, at = "/studio"): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(`**${at}`);
}
