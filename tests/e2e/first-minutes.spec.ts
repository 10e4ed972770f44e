import { expect, test } from "./fixtures";
import { expectFlawlessInBothThemes } from "./flawless";
import { beginShow, signUp } from "./newcomer";
import { enter } from "./podcaster";

test.use({ viewport: { width: 390, height: 844 } });

test("the checklist of a new show ticks itself, and each line leads to its place", async ({ page }) => {
  await signUp(page);
  await beginShow(page, "First Minutes");
  const steps = page.getByRole("region", { name: "On the way to the air" });
  await expect(steps).toContainText("1 of 6");
  await expectFlawlessInBothThemes(page);
  await steps.getByRole("link", { name: "Description" }).click();
  await expect(page).toHaveURL(/#description$/);
  await page.getByLabel("Description").fill("Told on the way.");
  await page.getByRole("button", { name: "Save description" }).click();
  await expect(steps).toContainText("Description: done");
  await expect(steps).toContainText("Artwork: done");
  await expect(steps).toContainText("2 of 6");
  const show = page.url();
  await steps.getByRole("button", { name: "New episode" }).press("Enter");
  await expect(page).toHaveURL(/\/episodes\/[0-9a-f-]{36}$/);
  await page.goto(show);
  await expect(steps).toContainText("First episode: done");
  await expect(steps.getByRole("link", { name: "Audio" })).toHaveAttribute("href", /\/episodes\//);
  await expect(page.getByRole("rowheader")).toHaveText(/Untitled episode/);
  await expectFlawlessInBothThemes(page);
});

test("a show that was ever on the air has no checklist", async ({ page, demo }) => {
  await enter(page, demo);
  await page.goto(demo.studio);
  await expect(page.getByRole("table", { name: "Episodes" })).toBeVisible();
  await expect(page.getByRole("region", { name: "On the way to the air" })).toHaveCount(0);
});
