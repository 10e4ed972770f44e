import { writeFile } from "node:fs/promises";
import type { Page, Route, TestInfo } from "@playwright/test";
import { mpegFrames } from "@/tests/support/synthetic-audio";
import { expect, test } from "./fixtures";
import { expectFlawless, expectFlawlessInBothThemes } from "./flawless";
import { expectAudio } from "./journey";
import { slow, stallAfterFirstPart, watchParts } from "./line";
import { enter, newPodcaster, newShow, type Podcaster } from "./podcaster";

test.describe.configure({ timeout: 180_000 });

const long = 75_000; // frames, 31 MB: three whole parts and a piece
const short = 24_000; // 10 MB: a whole part and a piece

test("a file of 30 MB goes on where it was after a reload, and becomes the episode's audio", async ({
  page,
  house,
}, info) => {
  const { path } = await begin(page, house, info, long);
  const { sent, received } = watchParts(page);
  await stallAfterFirstPart(page);
  await page.getByLabel("Choose a file").setInputFiles(path);
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect.poll(() => received, { timeout: 60_000 }).toEqual([1]);
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expect(page.getByText("only what is missing is sent")).toBeVisible();
  await expectFlawless(page);
  const before = sent.length;
  await page.getByLabel("Choose the same file").setInputFiles(path);
  await expectAudio(page);
  expect(new Set(sent.slice(before))).toEqual(new Set([2, 3, 4]));
  await expect(page.getByText("33 min")).toBeVisible();
  await expectFlawless(page);
});

test.describe("where the network goes away", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK|Failed to fetch/] });

  test("the upload waits, says so, and goes on by itself", async ({ page, house }, info) => {
    const { path } = await begin(page, house, info);
    await slow(page, 200_000);
    await page.getByLabel("Choose a file").setInputFiles(path);
    await expect(page.getByText("a second")).toBeVisible();
    await slow(page, 200_000, { offline: true });
    await expect(page.getByText("No network. It goes on by itself when there is one.")).toBeVisible();
    await slow(page, null);
    await expectAudio(page);
  });
});

test("an upload that is cancelled gives its room back", async ({ page, house }, info) => {
  const { resident, path } = await begin(page, house, info);
  await slow(page, 20_000);
  const opening = page.waitForResponse((answer) => answer.url().endsWith("/api/studio/uploads"));
  await page.getByLabel("Choose a file").setInputFiles(path);
  const { id } = await (await opening).json();
  await page.getByRole("button", { name: "Cancel upload" }).click();
  await expect(page.getByLabel("Choose a file")).toBeVisible();
  // What is given up holds no room: the integration tests count it.
  const state = async () => (await resident.api.get<{ state: string }>(`/uploads/${id}`)).state;
  await expect.poll(state).toBe("aborted");
});

test("a file that takes the place of another while that is opened is an upload of its own", async ({
  page,
  house,
}, info) => {
  const { resident, path } = await begin(page, house, info);
  const held = Promise.withResolvers<Route>();
  await page.route("**/api/studio/uploads", (route) => held.resolve(route), { times: 1 });
  await page.getByLabel("Choose a file").setInputFiles(path);
  const first = await held.promise;
  await page.getByRole("button", { name: "Cancel upload" }).click();
  await slow(page, 20_000);
  const opening = page.waitForResponse((answer) => answer.url().endsWith("/api/studio/uploads"));
  const bytes = Buffer.from(mpegFrames(6_000));
  await page.getByLabel("Choose a file").setInputFiles({ name: "take 2.mp3", mimeType: "audio/mpeg", buffer: bytes });
  await opening;
  const answered = page.waitForResponse((answer) => answer.request() === first.request());
  await first.continue();
  const { id } = await (await answered).json();
  const state = async () => (await resident.api.get<{ state: string }>(`/uploads/${id}`)).state;
  await expect.poll(state).toBe("aborted");
  await slow(page, null);
  await expectAudio(page);
  await expect(page.getByText("3 min")).toBeVisible();
});

test("what is no audio is refused beside its place, before anything is sent", async ({ page, house }, info) => {
  await begin(page, house, info);
  const opened: string[] = [];
  page.on("request", (request) => request.url().endsWith("/api/studio/uploads") && opened.push(request.url()));
  const picture = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  await page.getByLabel("Choose a file").setInputFiles({ name: "cover.mp3", mimeType: "audio/mpeg", buffer: picture });
  await expect(page.getByRole("region", { name: "Audio" }).getByRole("alert")).toContainText("PNG");
  await expectFlawless(page);
  expect(opened).toEqual([]);
});

test("a file dropped on the show's page makes a draft at once, and the upload goes on across pages", async ({
  page,
  house,
}) => {
  const { show } = await arrive(page, house);
  await slow(page, 20_000);
  await drop(page, "night_train-07.mp3", mpegFrames(6_000));
  await expect(page).toHaveURL(/\/episodes\/[0-9a-f-]{36}$/);
  await expect(page.getByLabel("Title")).toHaveValue("Night train-07");
  await page.getByRole("link", { name: show.title }).first().click();
  await expect(page).toHaveURL(new RegExp(`/studio/${show.slug}$`));
  await expect(page.getByRole("region", { name: "Uploads" })).toContainText("“Night train-07”");
  await page.getByRole("region", { name: "Uploads" }).getByRole("link").click();
  await page.getByRole("button", { name: "Pause" }).click();
  await slow(page, null);
  await page.getByRole("button", { name: "Go on" }).click();
  await expectAudio(page);
});

test("a file dropped on the list of shows becomes an episode of the only show, or of the one that is chosen", async ({
  page,
  house,
}) => {
  const { resident, show } = await arrive(page, house);
  await page.goto("/studio");
  await drop(page, "night_train-08.mp3", mpegFrames(400), "night_train-09.mp3");
  await expect(page.getByText("One file at a time: “night_train-08.mp3” is taken.")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/studio/${show.slug}/episodes/[0-9a-f-]{36}$`));
  await expectAudio(page);

  const second = await newShow(resident.api, "Day Train");
  await page.goto("/studio/workspaces");
  await drop(page, "day_train-01.mp3", mpegFrames(400));
  const dialog = page.getByRole("dialog", { name: "Which show is it for?" });
  await expect(dialog.getByRole("button", { name: show.title })).toBeVisible();
  await expectFlawlessInBothThemes(page);
  await dialog.getByRole("button", { name: "Day Train" }).press("Enter");
  await expect(page).toHaveURL(new RegExp(`/studio/${second.slug}/episodes/[0-9a-f-]{36}$`));
  await expect(page.getByLabel("Title")).toHaveValue("Day train-01");
});

test("without a show a dropped file leads to making one", async ({ page, house }) => {
  await enter(page, await newPodcaster(house));
  await drop(page, "night_train-01.mp3", mpegFrames(400));
  const dialog = page.getByRole("dialog", { name: "It needs a show first." });
  await expect(dialog).toBeVisible();
  await expectFlawlessInBothThemes(page);
  await dialog.getByRole("link", { name: "New show" }).click();
  await expect(page).toHaveURL("/studio/new");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("it works where the browser has no crypto.subtle, as over plain http", async ({ page, house }, info) => {
  await page.addInitScript(() => Object.defineProperty(crypto, "subtle", { value: undefined }));
  const { path } = await begin(page, house, info);
  await page.getByLabel("Choose a file").setInputFiles(path);
  await expectAudio(page);
});

for (const colorScheme of ["light", "dark"] as const)
  test.describe(`on a phone, ${colorScheme}`, () => {
    test.use({ viewport: { width: 390, height: 844 }, colorScheme });

    test("an upload can be held and let go on by the keyboard, and nothing sticks out", async ({
      page,
      house,
    }, info) => {
      const { path } = await begin(page, house, info);
      await expectFlawless(page);
      await slow(page, 20_000);
      await page.getByLabel("Choose a file").setInputFiles(path);
      await page.getByRole("button", { name: "Pause" }).press("Enter");
      await expect(page.getByText("Paused.")).toBeVisible();
      await expectFlawless(page);
      await slow(page, null);
      await page.getByRole("button", { name: "Go on" }).press("Enter");
      await expectAudio(page);
      await expectFlawless(page);
    });
  });

type House = Parameters<typeof newPodcaster>[0];

async function arrive(
  page: Page,
  house: House,
): Promise<{ resident: Podcaster; show: { slug: string; title: string } }> {
  const resident = await newPodcaster(house);
  const title = `Night Train ${resident.email.slice(9, 15)}`;
  const { slug } = await newShow(resident.api, title);
  await enter(page, resident);
  await page.goto(`/studio/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  return { resident, show: { slug, title } };
}

/** On the page of a new draft, with a file of so many frames at hand. */
async function begin(page: Page, house: House, info: TestInfo, frames = short) {
  const { resident, show } = await arrive(page, house);
  const path = info.outputPath("take 1.mp3");
  await writeFile(path, mpegFrames(frames));
  const { id } = await resident.api.post<{ id: string }>(`/shows/${show.slug}/episodes`, { title: "The first stop" });
  await page.goto(`/studio/${show.slug}/episodes/${id}`);
  await expect(page.getByLabel("Choose a file")).toBeVisible();
  return { resident, show, path };
}

/** As if the file were dragged onto the page from the desktop, perhaps with another that nobody takes. */
async function drop(page: Page, name: string, bytes: Uint8Array, other?: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([name, text, other]) => {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name, { type: "audio/mpeg" }));
      if (other) transfer.items.add(new File(["another"], other, { type: "audio/mpeg" }));
      return transfer;
    },
    [name, Buffer.from(bytes).toString("base64"), other] as const,
  );
  await page.dispatchEvent("body", "dragenter", { dataTransfer: transfer });
  await expect(page.getByText(/^A new episode/)).toBeVisible();
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}
