import { randomBytes } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { parseFeed } from "feedsmith";
import { picture } from "@/tests/support/pictures";
import { expectAwake } from "./awake";
import { expect } from "./fixtures";
import type { Hand } from "./hand";
import { stallAfterFirstPart, watchParts } from "./line";
import type { MailingHouse } from "./mailing-house";

// The way from the door to the air, stop by stop. Each begins where the one before it ended.

const steps = (page: Page): Locator => page.getByRole("region", { name: "On the way to the air" });
const audio = (page: Page): Locator => page.getByRole("region", { name: "Audio" });
export const panel = (page: Page): Locator => page.getByRole("region", { name: "Publish" });

export type Newcomer = { email: string; password: string };

export const newcomer = (): Newcomer => ({
  email: `newcomer-${randomBytes(6).toString("hex")}@example.org`,
  password: randomBytes(12).toString("hex"),
});

/** On a page that asks for them. */
export async function fillInSigner(page: Page, hand: Hand, { email, password }: Newcomer): Promise<void> {
  await hand.type(page.getByLabel("Email"), email);
  await hand.type(page.getByLabel("Password", { exact: true }), password);
}

/** From the door to the empty studio, by what came over SMTP: the code that is typed, or the link. */
export async function signUpByMail(
  page: Page,
  hand: Hand,
  house: MailingHouse | null,
  way: "code" | "link",
): Promise<void> {
  const person = newcomer();
  await page.goto("/sign-up");
  await fillInSigner(page, hand, person);
  await hand.press(page.getByRole("button", { name: "Make an account" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look into your mail.");
  const { subject = "", text = "" } = (await house?.mail.mailTo(person.email, /is your code for/)) ?? {};
  if (way === "code") await hand.type(page.getByLabel("Code"), subject.slice(0, 6));
  else await page.goto(/http\S+\/verify\?token=[\w-]+/.exec(text)?.[0] ?? "");
  await hand.press(page.getByRole("button", { name: "Verify and sign in" }));
  await expect(page).toHaveURL("/studio");
}

/** From the empty studio to the form for a show, filled in. */
export async function fillInShow(page: Page, hand: Hand, title: string): Promise<void> {
  await hand.press(page.getByRole("link", { name: "New show" }));
  await expect(page).toHaveURL(/\/studio\/new$/);
  const preview = page.getByRole("complementary", { name: "Preview" });
  await hand.type(page.getByLabel("Title"), title);
  await expect(preview.getByText(title).first()).toBeVisible();
  await hand.give(page.getByLabel("Artwork"), {
    name: "cover.png",
    mimeType: "image/png",
    buffer: await picture(),
  });
  await expect(preview.locator("img").first()).toBeVisible();
  await hand.choose(page.getByLabel("Category"), "Books");
}

/** From the filled form to the show's page. */
export async function createShow(page: Page, hand: Hand): Promise<void> {
  await hand.press(page.getByRole("button", { name: "Create show" }));
  await expect(page).toHaveURL(/\/studio\/(?!new$)[a-z0-9-]+$/);
}

/** On the show's page: what it lacks before its feed answers. */
export async function describeShow(page: Page, hand: Hand, words: string): Promise<void> {
  await hand.type(page.getByLabel("Description"), words);
  await hand.press(page.getByRole("button", { name: "Save description" }));
  await expect(steps(page)).toContainText("Description: done");
}

/** From the show's page to an empty episode's. */
export async function beginEpisode(page: Page, hand: Hand): Promise<void> {
  await hand.press(steps(page).getByRole("button", { name: "New episode" }));
  await expect(page).toHaveURL(/\/episodes\/[0-9a-f-]{36}$/);
  await expectEditor(page);
}

/** The editor is there once its script is. */
export const expectEditor = (page: Page): Promise<void> =>
  expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();

/** The first part of the file is there, and the others are on their way for as long as the page stays. */
export async function beginUpload(page: Page, hand: Hand, file: string): Promise<void> {
  const { received } = watchParts(page);
  await stallAfterFirstPart(page);
  await hand.give(page.getByLabel("Choose a file"), file);
  await expect.poll(() => received, { timeout: 60_000 }).toEqual([1]);
  await expect(audio(page).getByRole("progressbar")).toBeVisible();
}

/** Loads the page again in the middle of an upload of `parts`, and goes on with it: the first is not sent again. */
export async function resumeUpload(page: Page, hand: Hand, file: string, parts: number): Promise<void> {
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expectEditor(page);
  const { sent } = watchParts(page);
  await hand.give(page.getByLabel("Choose the same file"), file);
  await expectAudio(page);
  expect(new Set(sent)).toEqual(new Set(Array.from({ length: parts - 1 }, (_, index) => index + 2)));
}

/** Until it is the episode's audio. */
export async function sendAudio(page: Page, hand: Hand, file: string): Promise<void> {
  await hand.give(page.getByLabel("Choose a file"), file);
  await expectAudio(page);
}

export const expectAudio = (page: Page): Promise<void> =>
  expect(audio(page).locator("audio")).toBeVisible({ timeout: 90_000 });

/** Until it is saved. */
export async function writeEpisode(page: Page, hand: Hand, said: { title: string; notes: string }): Promise<void> {
  await hand.type(page.getByLabel("Title", { exact: true }), said.title);
  await hand.type(page.getByRole("textbox", { name: "Notes" }), said.notes);
  await expect(page.getByRole("status").getByText("Saved", { exact: true })).toBeAttached();
}

export async function schedule(page: Page, hand: Hand): Promise<void> {
  await hand.press(panel(page).getByRole("radio", { name: "At a time" }));
  await hand.type(panel(page).getByLabel("Day", { exact: true }), "2031-04-02");
  await hand.press(panel(page).getByRole("button", { name: /^Schedule for Wed 2 Apr 2031, 6:00/ }));
  await expect(panel(page).getByText("Scheduled", { exact: true })).toBeVisible();
}

/** The episode is out; gives the address of its feed. */
export async function publishNow(page: Page, hand: Hand): Promise<void> {
  await hand.press(panel(page).getByRole("button", { name: "Publish now" }));
  await expect(panel(page).getByRole("heading", { name: "On the air" })).toBeVisible();
}

/** What the button with that label puts on the clipboard. */
export async function copied(page: Page, hand: Hand, button: Locator): Promise<string> {
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await hand.press(button);
  await expect.poll(read).not.toBe("");
  return read();
}

/** A feed as a parser reads it that is not ours. */
export async function readFeed(address: string) {
  const answer = await fetch(address);
  expect(answer.status).toBe(200);
  return parseFeed(await answer.text());
}

/** On an episode's public page: it plays, and goes on playing from its middle. */
export async function expectPlaysAndSeeks(page: Page, hand: Hand): Promise<void> {
  const player = page.getByRole("region", { name: "Player" });
  const timeline = player.getByRole("slider", { name: "Position" });
  await expectAwake(page);
  await hand.press(player.getByRole("button", { name: "Play" }));
  await expect.poll(() => placeOf(page)).toBeGreaterThan(0.3);
  const middle = Math.floor(Number(await timeline.getAttribute("max")) / 2);
  await hand.slide(timeline, middle);
  await expect.poll(() => placeOf(page)).toBeGreaterThan(middle);
  await expect(player.getByRole("button", { name: "Pause" })).toBeVisible();
}

const placeOf = (page: Page): Promise<number> =>
  page
    .locator("audio")
    .first()
    .evaluate((audio: HTMLAudioElement) => audio.currentTime);
