import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import type { House } from "@/tests/support/house";
import { expect, test } from "./fixtures";
import { expectFlawlessInBothThemes } from "./flawless";
import { enter, newPodcaster, newScene, newShow, publish } from "./podcaster";

test.use({ viewport: { width: 390, height: 844 } });

test("a show's settings are saved section by section, and two who change the same are told", async ({
  page,
  context,
  house,
}) => {
  const show = await enterWith(page, house, "Two Hands");
  await page.goto(`${show}/settings`);
  await expectFlawlessInBothThemes(page);
  const other = await context.newPage();
  await other.goto(`${show}/settings`);
  await other.getByLabel("Title").fill("The Other Hand");
  await other.getByRole("button", { name: "Save general settings" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("The Other Hand");
  await page.getByLabel("Owner’s e-mail").fill("ada@example.org");
  await page.getByRole("button", { name: "Save owner" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.getByLabel("Title").fill("My Hand");
  await other.getByLabel("Title").fill("A Third Hand");
  await other.getByRole("button", { name: "Save general settings" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("A Third Hand");
  await page.getByRole("button", { name: "Save general settings" }).click();
  const notice = page.getByRole("alert").filter({ hasText: "saved this after you opened it" });
  await expect(notice).toContainText("A Third Hand");
  await expect(page.getByLabel("Title")).toHaveValue("My Hand");
  await expectFlawlessInBothThemes(page);
  await notice.getByRole("button", { name: "Keep mine" }).click();
  await page.getByRole("button", { name: "Save general settings" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My Hand");
});

test("an address is copied where the browser has no clipboard to write to, and else it is said and marked", async ({
  page,
  house,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.goto(`${await enterWith(page, house, "Carbon Copy")}/settings`);
  const field = page.getByRole("textbox", { name: "Feed address" });
  await page.getByRole("button", { name: "Copy feed address" }).click();
  await expect(page.getByRole("button", { name: "Copy feed address" })).toHaveText("Copied");
  await page.getByLabel("Title").fill("");
  await page.getByLabel("Title").press("ControlOrMeta+v");
  await expect(page.getByLabel("Title")).toHaveValue(await field.inputValue());
  await page.evaluate(() => {
    document.execCommand = () => false;
  });
  await page.getByRole("button", { name: "Copy feed address" }).click();
  await expect(
    page.getByRole("status").filter({ hasText: "Not copied: the browser does not allow it." }),
  ).toBeVisible();
  await expect(field).toBeFocused();
  await expectFlawlessInBothThemes(page);
});

test("what a rule refuses is said beside its field", async ({ page, house }, testInfo) => {
  const { podcaster, show, draft } = await newScene(house, "By the Rules", testInfo.outputPath("silence.mp3"));
  await publish(podcaster.api, draft);
  await enter(page, podcaster);
  await page.goto(`/studio/${show.slug}/settings`);
  await page.getByLabel("Description").fill("");
  await page.getByRole("button", { name: "Save general settings" }).click();
  const words = "A show with published or scheduled episodes needs a description.";
  await expect(page.getByLabel("Description")).toHaveAccessibleDescription(new RegExp(words));
  await page.getByRole("alert").getByRole("link", { name: words }).press("Enter");
  await expect(page.getByLabel("Description")).toBeFocused();

  const address = page.getByRole("textbox", { name: "Address", exact: true });
  await address.fill(new URL(house.demo.page).pathname.slice(1));
  await page.getByRole("button", { name: /^Change address/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Type the show’s name").fill("By the Rules");
  await dialog.getByRole("button", { name: "Change address" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(address).toHaveAccessibleDescription(/is taken, or was used by a show before/);
  await expectFlawlessInBothThemes(page);
  await address.fill("nobody-has-this");
  await expect(address).not.toHaveAccessibleDescription(/is taken/);
});

test("a show moves and is deleted only when it is typed, and comes back", async ({ page, house }) => {
  const show = await enterWith(page, house, "Moving House");
  const address = `moved-${randomBytes(4).toString("hex")}`;
  await page.goto(`${show}/settings`);
  await page.getByRole("textbox", { name: "Address", exact: true }).fill(address);
  await page.getByRole("button", { name: /^Change address/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Change address" })).toBeDisabled();
  await dialog.getByLabel("Type the show’s name").fill("Moving House");
  await dialog.getByRole("button", { name: "Change address" }).click();
  await expect(page).toHaveURL(`/studio/${address}/settings#address`);
  await expect(page.getByRole("region", { name: "Address" })).toContainText(show.replace("/studio", ""));
  // By keyboard: the news of the move may still lie over it.
  await page.getByRole("button", { name: /^Delete show/ }).press("Enter");
  await dialog.getByLabel("Type the show’s address").fill(address);
  await expectFlawlessInBothThemes(page);
  await dialog.getByRole("button", { name: "Delete show" }).click();
  await expect(page).toHaveURL("/studio");
  await page.getByRole("button", { name: "Bring back Moving House" }).press("Enter");
  await expect(page.getByRole("link", { name: /Moving House/ })).toBeVisible();
});

/** Somebody new in the studio, with a show; gives the path of its page there. */
async function enterWith(page: Page, house: House, title: string): Promise<string> {
  const podcaster = await newPodcaster(house);
  const { slug } = await newShow(podcaster.api, title);
  await enter(page, podcaster);
  return `/studio/${slug}`;
}
