import { writeFile } from "node:fs/promises";
import { mpegFrames } from "@/tests/support/synthetic-audio";
import { expect, test } from "./fixtures";
import { counting, mouse } from "./hand";
import {
  beginEpisode,
  copied,
  createShow,
  describeShow,
  expectPlaysAndSeeks,
  fillInShow,
  fillInSigner,
  newcomer,
  panel,
  publishNow,
  readFeed,
  sendAudio,
  writeEpisode,
} from "./journey";

const MOST_MS = 5 * 60_000;
const FRAMES = 2_400; // 1 MB, a minute

test.describe.configure({ timeout: MOST_MS + 30_000 });

test("a stranger with nothing but the address has an episode on the air in under five minutes", async ({
  page,
  context,
}, info) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const file = info.outputPath("first.mp3");
  await writeFile(file, mpegFrames(FRAMES));
  const { hand, counted } = counting(mouse);
  const begun = Date.now();

  await page.goto("/");
  await hand.press(page.getByRole("link", { name: "Make an account" }));
  await expect(page).toHaveURL("/sign-up");
  await fillInSigner(page, hand, newcomer());
  await hand.press(page.getByRole("button", { name: "Make an account" }));
  await expect(page).toHaveURL("/studio");
  await fillInShow(page, hand, "The Stranger");
  await createShow(page, hand);
  await describeShow(page, hand, "Told by somebody who came by.");
  await beginEpisode(page, hand);
  await sendAudio(page, hand, file);
  await writeEpisode(page, hand, { title: "The first evening", notes: "Who came, and what was said." });
  await publishNow(page, hand);
  const live = Date.now() - begun;

  expect(live).toBeLessThan(MOST_MS);
  const { presses, fields } = counted;
  const description = `live after ${Math.round(live / 1000)} s, ${presses} clicks and ${fields} fields`;
  info.annotations.push({ type: "on the way", description });
  // As many as there are now; one more is worth a thought.
  expect(counted).toEqual({ presses: 7, fields: 9 });
  const feed = await copied(page, hand, panel(page).getByRole("button", { name: "Copy feed address" }).first());
  expect(await readFeed(feed)).toMatchObject({
    feed: { title: "The Stranger", items: [{ title: "The first evening", enclosures: [{ length: FRAMES * 417 }] }] },
  });
  await hand.press(panel(page).getByRole("link", { name: "Open page" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The first evening");
  await expectPlaysAndSeeks(page, hand);
});
