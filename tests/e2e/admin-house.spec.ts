import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type { House } from "@/tests/support/house";
import { ask } from "./ask";
import { expect, test } from "./fixtures";
import { type Episode, enter, newAdmin, newDraft, newPodcaster, newShow, publish, type Show } from "./podcaster";

// Whoever asks for what was taken down; and what the browser says of Playwright's own script in the frame of a mail.
test.use({ expectedErrors: [/status of 410|about:srcdoc/] });

test("a house admin takes an episode off the air and puts it back, byte for byte", async ({
  page,
  house,
}, testInfo) => {
  const { show, episode } = await onTheAir(house, testInfo.outputPath("silence.mp3"));
  await enterAsAdmin(page, house);
  const before = await offer(show, episode);
  expect(before.statuses).toEqual([200, 200, 200, 200]);
  await page.goto(`/admin/episodes/${episode.id}`);
  await takeDown(page, "Take the episode down");
  expect((await offer(show, episode)).statuses).toEqual([200, 410, 200, 410]);
  expect((await ask(show.links.feed)).body.toString()).not.toContain(episode.guid);
  await page.goto(new URL(episode.links.page).pathname);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This has gone off the air.");
  await page.goto(`/admin/episodes/${episode.id}`);
  await page.getByRole("button", { name: "Put it back on the air" }).press("Enter");
  await expect(page.getByRole("button", { name: "Take down" })).toBeVisible();
  expect(await offer(show, episode)).toEqual(before);
});

test("a house admin finds a show, takes it off the air, and reads in the log who did it", async ({
  page,
  house,
}, testInfo) => {
  const { show, episode, title } = await onTheAir(house, testInfo.outputPath("silence.mp3"));
  const email = await enterAsAdmin(page, house);
  const before = await offer(show, episode);
  await page.goto("/admin/shows");
  await page.getByRole("searchbox").fill(title);
  await page.getByRole("searchbox").press("Enter");
  await page.getByRole("rowheader").getByRole("link", { name: title }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await takeDown(page, "Take the show down");
  expect((await offer(show, episode)).statuses).toEqual([410, 410, 410, 410]);
  await page.getByRole("link", { name: "What happened to it" }).press("Enter");
  await expect(page.getByRole("listitem").filter({ hasText: "took down the show" })).toContainText(email);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download CSV" }).click(),
  ]);
  const csv = await readFile(await download.path(), "utf8");
  expect(csv).toContain('"takeDownShow"');
  expect(csv).toContain(`"${title}"`);
  await page.goBack();
  await page.getByRole("button", { name: "Put it back on the air" }).press("Enter");
  await expect(page.getByRole("button", { name: "Take down" })).toBeVisible();
  expect(await offer(show, episode)).toEqual(before);
});

test("the mail test says where the mail went, and it is read there", async ({ page, house }) => {
  const email = await enterAsAdmin(page, house);
  await page.goto("/admin/house");
  await page.getByRole("button", { name: /^Send a test/ }).press("Enter");
  await page.getByRole("link", { name: "outbox" }).press("Enter");
  await page.getByRole("searchbox").fill(email);
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/q=/);
  await page.getByRole("link", { name: /A test of the mail/ }).click();
  await expect(page.getByRole("tabpanel")).toContainText(/mail leaves this house/i);
  await page.getByRole("tab", { name: "As it looks" }).press("Enter");
  await expect(page.frameLocator("iframe").getByRole("heading")).toHaveText("Mail leaves this house");
});

async function onTheAir(house: House, file: string) {
  const { api } = await newPodcaster(house);
  const title = `Off and on ${randomBytes(4).toString("hex")}`;
  const show = await newShow(api, title);
  const episode = await newDraft(api, show, file, 200);
  await publish(api, episode);
  return { show, episode, title };
}

async function takeDown(page: Page, confirm: string): Promise<void> {
  await page.getByRole("button", { name: "Take down" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill("It is somebody else's.");
  await dialog.getByRole("button", { name: confirm }).press("Enter");
  await expect(page.getByRole("button", { name: "Put it back on the air" })).toBeVisible();
}

/** What strangers get: the feed, the audio, the two pages; the first two with what is in them. */
async function offer(show: Show, episode: Episode) {
  const urls = [show.links.feed, episode.enclosure.url, show.links.page, episode.links.page];
  const answers = await Promise.all(urls.map((url) => ask(url)));
  const bytes = answers.slice(0, 2).map(({ headers, body }) => [headers.etag, body.length]);
  return { statuses: answers.map(({ status }) => status), bytes };
}

async function enterAsAdmin(page: Page, house: House): Promise<string> {
  const admin = await newAdmin(house);
  await enter(page, admin);
  return admin.email;
}
