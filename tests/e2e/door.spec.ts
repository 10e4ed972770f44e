import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { expectFlawless } from "./flawless";

const signIn = (page: Page) => page.getByRole("button", { name: "Sign in" });

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with a script" : "without a script", () => {
    test.use({ javaScriptEnabled });

    test("whoever has an account signs in by keyboard and gets where they were going", async ({ page, demo }) => {
      await page.goto("/sign-in?next=/studio/tokens");
      await page.getByLabel("Email").fill(demo.email);
      await page.getByLabel("Password").fill(demo.password);
      await page.getByLabel("Password").press("Enter");
      await expect(page).toHaveURL("/studio/tokens");
    });

    test("a sign-in never leads out of the house", async ({ page, demo }) => {
      await page.goto("/sign-in?next=//example.com/studio");
      await page.getByLabel("Email").fill(demo.email);
      await page.getByLabel("Password").fill(demo.password);
      await signIn(page).click();
      await expect(page).toHaveURL("/studio");
    });

    test("an error stands beside its field and in the summary, and the address stays", async ({ page }) => {
      await page.goto("/sign-up");
      await page.getByLabel("Email").fill("mara@example.com");
      await page.getByLabel("Password").fill("short");
      await page.getByRole("button", { name: "Make an account" }).click();
      const words = "Must have at least 10 characters.";
      await expect(page.getByLabel("Password")).toHaveAccessibleDescription(new RegExp(words));
      await expect(page.getByLabel("Password")).toHaveAttribute("aria-invalid", "true");
      await expect(page.locator("form").getByRole("alert")).toContainText(words);
      await expect(page.getByLabel("Email")).toHaveValue("mara@example.com");
    });

    test("the answer to a forgotten password is the same for an address that nobody has", async ({ page, demo }) => {
      for (const email of [demo.email, "nobody@example.com"]) {
        await page.goto("/forgot");
        await page.getByLabel("Email").fill(email);
        await page.getByRole("button", { name: "Send the link" }).click();
        await expect(page.locator("main").getByRole("status")).toContainText(`If ${email} has an account here`);
      }
    });

    test("a chosen theme outlives the page", async ({ page }) => {
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto("/sign-in");
      await page.getByRole("button", { name: "Dark" }).click();
      await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
      await expect.poll(async () => (await page.context().cookies()).map(({ name }) => name)).toContain("theme");
      await page.goto("/sign-up");
      await expect(page.locator("html")).toHaveCSS("background-color", "rgb(22, 24, 26)");
    });
  });

test("a wrong password is told without a word about which of the two was wrong", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill("nobody@example.com");
  await page.getByLabel("Password").fill("violet kettle river moss");
  await signIn(page).click();
  await expect(page.locator("form").getByRole("alert")).toContainText("do not belong together");
  await expect(page.locator("form").getByRole("alert")).toBeFocused();
  await expectFlawless(page);
});

test("a password says how strong it is while it is typed, and can be read", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("Password").pressSequentially("violet ke");
  await expect(page.getByText("One more character.")).toBeVisible();
  await page.getByLabel("Password").pressSequentially("ttle river moss");
  await expect(page.getByText("Strong.")).toBeVisible();
  await page.getByRole("button", { name: "Show what is typed" }).click();
  await expect(page.getByLabel("Password")).toHaveAttribute("type", "text");
});

test("signing in needs at most 160 KB of script, gzipped", async ({ page }) => {
  const scripts: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response.body());
  });
  await page.goto("/sign-in", { waitUntil: "networkidle" });
  const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(160_000);
});
