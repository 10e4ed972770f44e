import { writeFile } from "node:fs/promises";
import { picture } from "@/tests/support/pictures";
import { mpegFrames } from "@/tests/support/synthetic-audio";
import { expect, test } from "./fixtures";
import { expectAudio, expectEditor, newcomer, panel, readFeed, steps } from "./journey";
import { giveFile, pressOn, tabTo, typeInto } from "./keyboard";

test.describe.configure({ timeout: 240_000 });

test("the whole way from the door to the air goes by keyboard, and the focus is always seen", async ({
  page,
  context,
}, info) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  // Chromium's own window for files cannot be answered by a script; the one that other browsers open can.
  await page.addInitScript(() => Reflect.deleteProperty(window, "showOpenFilePicker"));
  const file = info.outputPath("by hand.mp3");
  await writeFile(file, mpegFrames(1_200));
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const { email, password } = newcomer();

  await page.goto("/sign-up");
  await typeInto(page, field("Email"), email);
  await typeInto(page, field("Password"), password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/studio");

  await pressOn(page, page.getByRole("link", { name: "New show" }));
  await expect(page).toHaveURL("/studio/new");
  const preview = page.getByRole("complementary", { name: "Preview" });
  await typeInto(page, field("Title"), "Ten Fingers");
  await expect(preview.getByText("Ten Fingers").first()).toBeVisible();
  const cover = { name: "cover.png", mimeType: "image/png", buffer: await picture() };
  await giveFile(page, field("Artwork"), cover);
  await expect(preview.locator("img").first()).toBeVisible();
  await tabTo(page, field("Category"));
  await page.keyboard.type("Books");
  await pressOn(page, button("Create show"));
  await expect(page).toHaveURL(/\/studio\/ten-fingers/);

  await typeInto(page, field("Description"), "Made without a mouse.");
  await pressOn(page, button("Save description"));
  await expect(steps(page)).toContainText("Description: done");
  await pressOn(page, steps(page).getByRole("button", { name: "New episode" }));
  await expectEditor(page);

  await typeInto(page, field("Title"), "The first key");
  await giveFile(page, field("Choose a file"), file);
  await typeInto(page, page.getByRole("textbox", { name: "Notes" }), "Pressed, not clicked.");
  await expectAudio(page);
  const publish = panel(page).getByRole("button", { name: "Publish now" });
  await expect(publish).toBeEnabled();
  await pressOn(page, publish);
  await expect(panel(page).getByRole("heading", { name: "On the air" })).toBeFocused();

  await pressOn(page, panel(page).getByRole("button", { name: "Copy feed address" }).first());
  await expect(page.getByRole("status").getByText("Copied", { exact: true })).toBeAttached();
  const feed = await page.evaluate(() => navigator.clipboard.readText());
  expect(await readFeed(feed)).toMatchObject({
    feed: { title: "Ten Fingers", items: [{ title: "The first key", enclosures: [{ length: 1_200 * 417 }] }] },
  });
});
