import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { mpegFrames } from "@/tests/support/synthetic-audio";
import { ask } from "./ask";
import { expect } from "./fixtures";
import { mouse } from "./hand";
import {
  beginEpisode,
  beginUpload,
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

test.describe.configure({ timeout: 240_000 });

const file = mpegFrames(75_000); // 31 MB: three whole parts and a piece
const said = { title: "The first stop", notes: "Who gets on at the first stop, and why." };

test("somebody signs up, verifies by mail, makes a show, uploads with a reload, schedules and goes on the air", async ({
  page,
  mailing,
}, info) => {
  const path = info.outputPath("first stop.mp3");
  await writeFile(path, file);

  await signUpByMail(page, mouse, mailing, "link");
  await fillInShow(page, mouse, "Night Train");
  await createShow(page, mouse);
  await describeShow(page, mouse, "Stories told on the night train.");
  const feed = `${page.url().replace("/studio/", "/")}/feed.xml`;
  await beginEpisode(page, mouse);
  await beginUpload(page, mouse, path);
  await resumeUpload(page, mouse, path, 4);
  await writeEpisode(page, mouse, said);

  await schedule(page, mouse);
  expect(await readFeed(feed)).toMatchObject({ format: "rss", feed: { title: "Night Train" } });
  expect(await itemsOf(feed)).toEqual([]);
  await publishNow(page, mouse);

  const [item, ...others] = await itemsOf(feed);
  expect(others).toEqual([]);
  expect(item).toMatchObject({
    title: said.title,
    description: expect.stringContaining(said.notes),
    enclosures: [{ url: expect.stringMatching(/\.mp3$/), length: file.length, type: "audio/mpeg" }],
  });
  const { body } = await ask(String(item?.enclosures?.[0]?.url));
  expect(hashOf(body)).toBe(hashOf(file));
  await expectCover(feed);

  await panel(page).getByRole("link", { name: "Open page" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(said.title);
  await expect(page.getByText(said.notes)).toBeVisible();
  await expectPlaysAndSeeks(page, mouse);
});

async function itemsOf(feed: string) {
  const read = await readFeed(feed);
  return read.format === "rss" ? (read.feed.items ?? []) : [];
}

async function expectCover(feed: string): Promise<void> {
  const read = await readFeed(feed);
  const image = read.format === "rss" ? read.feed.itunes?.image : null;
  const { status, headers } = await ask(String(image));
  expect([status, headers["content-type"]]).toEqual([200, "image/jpeg"]);
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
