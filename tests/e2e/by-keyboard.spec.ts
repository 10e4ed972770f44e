import { writeFile } from "node:fs/promises";
import { mpegFrames } from "@/tests/support/synthetic-audio";
import { expect } from "./fixtures";
import {
  beginEpisode,
  beginUpload,
  copied,
  createShow,
  describeShow,
  expectPlaysAndSeeks,
  fillInShow,
  panel,
  publishNow,
  readFeed,
  resumeUpload,
  schedule,
  signUpByMail,
  writeEpisode,
} from "./journey";
import { keyboard } from "./keyboard";
import { test } from "./mailing-house";

test.describe.configure({ timeout: 240_000 });

test("the whole way from the door to the air goes by keyboard, and the focus is always seen", async ({
  page,
  context,
  mailing,
}, info) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  // Chromium's own window for files cannot be answered by a script; the one that other browsers open can.
  await page.addInitScript(() => Reflect.deleteProperty(window, "showOpenFilePicker"));
  const file = info.outputPath("by hand.mp3");
  await writeFile(file, mpegFrames(30_000)); // 13 MB: a whole part and a piece

  await signUpByMail(page, keyboard, mailing, "code");
  await fillInShow(page, keyboard, "Ten Fingers");
  await createShow(page, keyboard);
  await describeShow(page, keyboard, "Made without a mouse.");
  await beginEpisode(page, keyboard);
  await beginUpload(page, keyboard, file);
  await resumeUpload(page, keyboard, file, 2);
  await writeEpisode(page, keyboard, { title: "The first key", notes: "Pressed, not clicked." });
  await schedule(page, keyboard);
  await publishNow(page, keyboard);
  await expect(panel(page).getByRole("heading", { name: "On the air" })).toBeFocused();

  const feed = await copied(page, keyboard, panel(page).getByRole("button", { name: "Copy feed address" }).first());
  expect(await readFeed(feed)).toMatchObject({
    feed: { title: "Ten Fingers", items: [{ title: "The first key", enclosures: [{ length: 30_000 * 417 }] }] },
  });
  await keyboard.press(panel(page).getByRole("link", { name: "Open page" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The first key");
  await expectPlaysAndSeeks(page, keyboard);
});
