import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { mpegFrames } from "@/tests/support/synthetic-audio";
import { expect } from "./fixtures";
import { expectFlawless } from "./flawless";
import { finger } from "./hand";
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
import { test } from "./mailing-house";

const WIDTH = 390;

test.use({ viewport: { width: WIDTH, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 3 });
test.describe.configure({ timeout: 300_000 });

test("the whole way from the door to the air goes by finger on a phone, and nothing sticks out on it", async ({
  page,
  context,
  mailing,
}, info) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const file = info.outputPath("on the way.mp3");
  await writeFile(file, mpegFrames(30_000)); // 13 MB: a whole part and a piece

  await page.goto("/");
  await expectFits(page);
  await finger.press(page.getByRole("link", { name: "Make an account" }));
  await expect(page).toHaveURL("/sign-up");
  await expectFits(page);
  await signUpByMail(page, finger, mailing, "code");
  await expectFits(page);
  await fillInShow(page, finger, "A Rather Long Title of a Show, Thought Of in the Unterwegsstraßenbahnhaltestelle");
  await expectFits(page);
  await createShow(page, finger);
  await expectFits(page);
  await describeShow(page, finger, "Recorded on the way.");
  await expectFits(page);

  await beginEpisode(page, finger);
  await expectFits(page);
  await beginUpload(page, finger, file);
  await expectFits(page);
  await resumeUpload(page, finger, file, 2);
  await writeEpisode(page, finger, { title: "Between two stops", notes: "What was heard at 0:07, and by whom." });
  await expectFits(page);
  await finger.press(page.getByRole("link", { name: "Publish", exact: true }));
  await expect(panel(page).getByRole("heading", { name: "Publish" })).toBeInViewport();
  await schedule(page, finger);
  await expectFits(page);
  await publishNow(page, finger);
  await expectFits(page);

  const feed = await copied(page, finger, panel(page).getByRole("button", { name: "Copy feed address" }).first());
  expect(await readFeed(feed)).toMatchObject({ feed: { items: [{ title: "Between two stops" }] } });
  await finger.press(panel(page).getByRole("link", { name: "Open page" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Between two stops");
  await expectPlaysAndSeeks(page, finger);
  await expectFits(page);
});

/** A phone makes room for what is too wide, so that its window says nothing: the screen does. */
async function expectFits(page: Page): Promise<void> {
  await expectFlawless(page);
  const widths = () => page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(await widths()).toEqual([WIDTH, WIDTH]);
}
