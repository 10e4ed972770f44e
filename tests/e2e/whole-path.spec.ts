import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { mpegFrames } from "@/tests/support/synthetic-audio";
import { ask } from "./ask";
import { expect } from "./fixtures";
import { mouse } from "./hand";
import {
  beginEpisode,
  createShow,
  describeShow,
  expectAudio,
  expectEditor,
  expectPlaysAndSeeks,
  fillInShow,
  fillInSigner,
  newcomer,
  panel,
  readFeed,
  writeEpisode,
} from "./journey";
import { stallAfterFirstPart, watchParts } from "./line";
import { type MailingHouse, test } from "./mailing-house";

test.describe.configure({ timeout: 240_000 });

const file = mpegFrames(75_000); // 31 MB: three whole parts and a piece
const said = { title: "The first stop", notes: "Who gets on at the first stop, and why." };

test("somebody signs up, verifies by mail, makes a show, uploads with a reload, schedules and goes on the air", async ({
  page,
  mailing,
}, info) => {
  const path = info.outputPath("first stop.mp3");
  await writeFile(path, file);

  await signUpByMail(page, mailing);
  await fillInShow(page, mouse, "Night Train");
  await createShow(page, mouse);
  await describeShow(page, mouse, "Stories told on the night train.");
  const feed = `${page.url().replace("/studio/", "/")}/feed.xml`;
  await beginEpisode(page, mouse);
  await uploadWithReload(page, path);
  await writeEpisode(page, mouse, said);

  await schedule(page);
  expect(await readFeed(feed)).toMatchObject({ format: "rss", feed: { title: "Night Train" } });
  expect(await itemsOf(feed)).toEqual([]);
  await panel(page).getByRole("button", { name: "Publish now" }).click();
  await expect(panel(page).getByRole("heading", { name: "On the air" })).toBeVisible();

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

/** By the link in the mail, as it came over SMTP. */
async function signUpByMail(page: Page, house: MailingHouse | null): Promise<void> {
  const person = newcomer();
  await page.goto("/sign-up");
  await fillInSigner(page, mouse, person);
  await page.getByRole("button", { name: "Make an account" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look into your mail.");
  await page.goto("/studio");
  await expect(page).toHaveURL(/\/sign-in\?/);
  const { text = "" } = (await house?.mail.mailTo(person.email, /is your code for/)) ?? {};
  await page.goto(/http\S+\/verify\?token=[\w-]+/.exec(text)?.[0] ?? "");
  await page.getByRole("button", { name: "Verify and sign in" }).click();
  await expect(page).toHaveURL("/studio");
}

/** The page is reloaded once the first part is there; that is not sent again. */
async function uploadWithReload(page: Page, path: string): Promise<void> {
  const { sent, received } = watchParts(page);
  await stallAfterFirstPart(page);
  await page.getByLabel("Choose a file").setInputFiles(path);
  await expect.poll(() => received, { timeout: 60_000 }).toEqual([1]);
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expectEditor(page);
  const before = sent.length;
  await page.getByLabel("Choose the same file").setInputFiles(path);
  await expectAudio(page);
  expect(new Set(sent.slice(before))).toEqual(new Set([2, 3, 4]));
}

async function schedule(page: Page): Promise<void> {
  await panel(page).getByText("At a time").click();
  await panel(page).getByLabel("Day", { exact: true }).fill("2031-04-02");
  await panel(page)
    .getByRole("button", { name: /^Schedule for Wed 2 Apr 2031, 6:00/ })
    .click();
  await expect(panel(page).getByText("Scheduled", { exact: true })).toBeVisible();
}

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
