import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import type { House } from "@/tests/support/house";
import { ask } from "./ask";
import { elsewhere } from "./awake";
import { expect, test } from "./fixtures";
import {
  type Episode,
  enter,
  findAccount,
  newAdmin,
  newDraft,
  newPodcaster,
  newShow,
  publish,
  type Show,
} from "./podcaster";

const FRAMES = 500;
const REASON = "Music that is not yours.";

test("a house admin suspends somebody, who reads why, and brings them back byte for byte", async ({
  page,
  house,
  browser,
}, testInfo) => {
  const { api, email, password } = await newPodcaster(house);
  const show = await newShow(api, "Off and on");
  const episode = await newDraft(api, show, testInfo.outputPath("silence.mp3"), FRAMES);
  await publish(api, episode);
  const before = await offer(show, episode);
  expect(before.statuses).toEqual([200, 200, 200, 200]);

  await enterAsAdmin(page, house);
  await findAccount(page, email);
  await page.getByRole("button", { name: "Suspend" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: /^Suspend / });
  await dialog.getByLabel("Reason").fill(REASON);
  await dialog.getByRole("button", { name: "Suspend account" }).press("Enter");
  await expect(page.getByText("Suspended, and off the air.")).toBeVisible();
  // Asked at once: no cache holds what was there a moment ago.
  expect((await offer(show, episode)).statuses).toEqual([404, 404, 404, 404]);
  await expect(page.getByText(/ suspended an account/).first()).toBeVisible();

  const theirs = await elsewhere(browser, house);
  await enter(theirs, { email, password }, "/suspended");
  await expect(theirs.getByText(REASON)).toBeVisible();
  await theirs.context().close();

  await page.getByRole("button", { name: "Restore" }).press("Enter");
  await expect(page.getByText("Suspended, and off the air.")).toBeHidden();
  expect(await offer(show, episode)).toEqual(before);
});

test("a plan says how much goes in, and a workspace can be given its own room", async ({ page, house }, testInfo) => {
  const { api, email } = await newPodcaster(house);
  const show = await newShow(api, "On a small plan");
  const name = `Small ${randomBytes(3).toString("hex")}`;
  await enterAsAdmin(page, house);
  await page.goto("/admin/plans");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Room in all").fill("plenty");
  await page.getByLabel("Largest file").fill("100 KB");
  await page.getByRole("button", { name: "Create plan" }).click();
  await expect(page.getByLabel("Room in all")).toHaveAccessibleDescription(/Is a number and a unit/);
  await page.getByLabel("Room in all").fill("1 GB");
  await page.getByRole("button", { name: "Create plan" }).click();
  await expect(page.getByRole("link", { name })).toBeVisible();

  await findAccount(page, email);
  await page.getByRole("region", { name: "Workspaces" }).getByRole("link").first().click();
  await page.getByLabel("Plan", { exact: true }).selectOption({ label: `${name} (1 GB)` });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  const draft = (file: string) => newDraft(api, show, testInfo.outputPath(file), FRAMES);
  await expect(draft("too-large.mp3")).rejects.toThrow(/larger than your plan allows/);
  await page.getByLabel("Largest file instead").fill("1 MB");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Largest file 1 MB")).toBeVisible();
  await draft("fits.mp3");
});

test("a house admin looks at what somebody sees, after saying why", async ({ page, house }, testInfo) => {
  const { api, email } = await newPodcaster(house);
  const show = await newShow(api, "Looked at");
  await newDraft(api, show, testInfo.outputPath("silence.mp3"), FRAMES);
  const { id } = await api.post<{ id: string }>(`/shows/${show.slug}/episodes`, { title: "It will not publish" });
  await enterAsAdmin(page, house);
  await findAccount(page, email);
  await page.getByRole("link", { name: "See what they see" }).click();
  await page.getByLabel("Why do you look?").fill("They wrote that an episode is missing.");
  await page.getByRole("button", { name: "Look" }).click();
  await expect(page.getByText("Nothing can be changed here.")).toBeVisible();
  await expect(page.getByText("They are its owner · 1 show")).toBeVisible();
  await page.getByRole("link", { name: /Looked at/ }).click();
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(3);
  await page.getByRole("rowheader").getByRole("link", { name: "It will not publish" }).press("Enter");
  await expect(page).toHaveURL(new RegExp(`/view/${show.slug}/episodes/${id}$`));
  await expect(page.getByRole("region", { name: "What keeps it from going out" })).toContainText("has no audio yet");
  await expect(page.getByRole("region", { name: "Audio" })).toContainText("No file, and none on its way.");
  await page.getByRole("link", { name: "Looked at" }).press("Enter");
  await page.getByRole("link", { name: "Its settings, and what is scheduled" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Settings");
  await expect(page.getByRole("main")).toContainText(`/${show.slug}`);
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
});

test.describe("somebody who is no house admin", () => {
  test.use({ expectedErrors: [/404/] });

  test("finds nothing at the desk", async ({ page, house }) => {
    await enter(page, await newPodcaster(house));
    for (const room of ["", "accounts", "workspaces", "plans", "shows", "episodes", "jobs", "outbox", "audit"])
      expect((await page.goto(`/admin/${room}`))?.status(), room).toBe(404);
  });
});

test("on a phone the rooms are behind one button, reached by keyboard", async ({ page, house }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await enterAsAdmin(page, house);
  await page.goto("/admin");
  await page.getByRole("button", { name: /^Go to another room/ }).press("Enter");
  await page.getByRole("menuitem", { name: "Accounts" }).press("Enter");
  await expect(page).toHaveURL("/admin/accounts");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accounts");
});

/** What strangers get: the feed, the audio, the two pages; the first two with what is in them. */
async function offer(show: Show, episode: Episode) {
  const urls = [show.links.feed, episode.enclosure.url, show.links.page, episode.links.page];
  const answers = await Promise.all(urls.map((url) => ask(url)));
  const bytes = answers.slice(0, 2).map(({ headers, body }) => [headers.etag, body.length]);
  return { statuses: answers.map(({ status }) => status), bytes };
}

const enterAsAdmin = async (page: Page, house: House): Promise<void> => enter(page, await newAdmin(house));
