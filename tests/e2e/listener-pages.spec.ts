import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { expectFlawless, expectFlawlessWithoutScript } from "./flawless";
import { mouse } from "./hand";
import { copied } from "./journey";

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 800 };

const player = (page: Page) => page.getByRole("region", { name: "Player" });
const timeline = (page: Page) => player(page).getByRole("slider", { name: "Position" });
const placeOf = (page: Page) =>
  page
    .locator("audio")
    .first()
    .evaluate((audio: HTMLAudioElement) => audio.currentTime);
const isSilent = (page: Page) =>
  page
    .locator("audio")
    .first()
    .evaluate((audio: HTMLAudioElement) => audio.paused);

for (const viewport of [phone, desk])
  for (const colorScheme of ["light", "dark"] as const)
    test.describe(`at ${viewport.width} px, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      test("a show's page is accessible and nothing sticks out of it", async ({ page, demo }) => {
        await page.goto(demo.page);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectFlawless(page);
      });

      test("an episode plays, seeks and is held, on an accessible page", async ({ page, demo: { episodes } }) => {
        await page.goto(episodes[0]?.page ?? "");
        await player(page).getByRole("button", { name: "Play" }).click();
        await expect.poll(() => placeOf(page)).toBeGreaterThan(0.3);
        const middle = await seekToTheMiddle(page);
        await expect.poll(() => placeOf(page)).toBeGreaterThanOrEqual(middle);
        await player(page).getByRole("button", { name: "Pause" }).click();
        await expect.poll(() => isSilent(page)).toBe(true);
        await expectFlawless(page);
      });
    });

test("what plays in the list goes on, one thing at a time, on the next page", async ({ page, demo }) => {
  const [first, second] = demo.episodes;
  await page.goto(demo.page);
  await page.getByRole("button", { name: `Play ${first?.title}`, exact: true }).click();
  await expect.poll(() => placeOf(page)).toBeGreaterThan(0.3);
  await page.getByRole("button", { name: `Play ${second?.title}`, exact: true }).click();
  await expect(page.getByRole("button", { name: `Play ${first?.title}`, exact: true })).toBeVisible();
  await player(page).getByRole("link", { name: second?.title }).click();
  await expect(page).toHaveURL(second?.page ?? "");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(second?.title ?? "");
  expect(await isSilent(page)).toBe(false);
});

test("the timeline obeys the keys, and the player both skips", async ({ page, demo: { episodes } }) => {
  await page.goto(episodes[0]?.page ?? "");
  await timeline(page).press("ArrowRight");
  await expect(timeline(page)).toHaveValue("5");
  await player(page).getByRole("button", { name: "Back 15 seconds" }).press("Enter");
  await expect(timeline(page)).toHaveValue("0");
  await player(page).getByRole("button", { name: "Forward 30 seconds" }).press("Enter");
  await expect(timeline(page)).not.toHaveValue("0");
});

test("an address with a time starts there", async ({ page, demo: { episodes } }) => {
  await page.goto(`${episodes[0]?.page}?t=2`);
  await expect(timeline(page)).toHaveValue("2");
  await player(page).getByRole("button", { name: "Play" }).click();
  await expect.poll(() => placeOf(page)).toBeGreaterThan(2);
});

test("the player remembers place and speed from one visit to the next", async ({ page, demo: { episodes } }) => {
  await page.goto(episodes[0]?.page ?? "");
  await player(page).getByRole("combobox", { name: "Speed" }).selectOption("1.5");
  await player(page).getByRole("button", { name: "Play" }).click();
  const middle = await seekToTheMiddle(page);
  await expect.poll(() => placeOf(page)).toBeGreaterThanOrEqual(middle);
  await player(page).getByRole("button", { name: "Pause" }).click();
  await expect.poll(() => isSilent(page)).toBe(true);
  await page.reload();
  await expect.poll(async () => Number(await timeline(page).inputValue())).toBeGreaterThanOrEqual(middle);
  await expect(player(page).getByRole("combobox", { name: "Speed" })).toHaveValue("1.5");
});

test.describe("when the audio does not arrive", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("the player says so and what to do", async ({ page, demo: { episodes } }) => {
    await page.route("**/media/**", (route) => (isAudio(route.request().url()) ? route.abort() : route.continue()));
    await page.goto(episodes[0]?.page ?? "");
    await player(page).getByRole("button", { name: "Play" }).click();
    await expect(player(page).getByRole("alert")).toContainText("did not arrive");
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an episode's page carries the browser's own player, at the time asked for", async ({ page, demo }) => {
    const episode = demo.episodes[0];
    await page.goto(`${episode?.page}?t=3`);
    const audio = page.locator("audio[controls]");
    await expect(audio).toBeVisible();
    await expect(audio).toHaveAttribute("src", `${episode?.enclosure}#t=3`);
    await audio.press("Space");
    await expect.poll(() => placeOf(page)).toBeGreaterThan(3);
  });

  test("every episode in the list can be played, and its audio answers ranges", async ({ page, demo, request }) => {
    await page.goto(demo.page);
    await expect(page.locator("audio[controls]")).toHaveCount(demo.episodes.length);
    const src = await page.locator("audio[controls]").first().getAttribute("src");
    const answer = await request.get(src ?? "", { headers: { range: "bytes=0-99" } });
    expect(answer.status()).toBe(206);
    await expect(page.getByRole("textbox", { name: "Feed address" })).toHaveValue(demo.feed);
  });

  for (const viewport of [phone, desk])
    for (const colorScheme of ["light", "dark"] as const)
      test.describe(`at ${viewport.width} px, ${colorScheme}`, () => {
        test.use({ viewport, colorScheme });

        test("an episode plays and seeks by keyboard, on an accessible page", async ({ page, demo }) => {
          for (const address of [demo.page, demo.episodes[0]?.page ?? ""]) {
            await page.goto(address);
            await expectFlawlessWithoutScript(page, address);
          }
          const audio = page.locator("audio[controls]");
          await audio.press("Space");
          await expect.poll(() => placeOf(page)).toBeGreaterThan(0.3);
          // Its first button, then its timeline.
          for (const key of ["Tab", "Tab", "End"]) await page.keyboard.press(key);
          await expect.poll(() => placeOf(page)).toBeGreaterThan(30);
        });
      });
});

test("a page tells other programs what it is", async ({ page, demo }) => {
  const episode = demo.episodes[0];
  await page.goto(episode?.page ?? "");
  const head = page.locator("head");
  await expect(head.locator('link[rel="canonical"]')).toHaveAttribute("href", episode?.page ?? "");
  await expect(head.locator('link[type="application/rss+xml"]')).toHaveAttribute("href", demo.feed);
  await expect(head.locator('meta[property="og:title"]')).toHaveAttribute("content", episode?.title ?? "");
  await expect(head.locator('meta[property="og:audio"]')).toHaveAttribute("content", episode?.enclosure ?? "");
  const facts = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
  expect(facts).toMatchObject({
    "@type": "PodcastEpisode",
    name: episode?.title,
    partOfSeries: { webFeed: demo.feed },
  });
});

test("the feed's address is copied with one press", async ({ page, demo, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(demo.page);
  expect(await copied(page, mouse, page.getByRole("button", { name: "Copy feed address" }))).toBe(demo.feed);
  await expect(page.getByRole("status")).toHaveText("Copied");
});

test("a page sends at most 150 KB of script, gzipped", async ({ page, demo }) => {
  const scripts: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response.body());
  });
  await page.goto(demo.page, { waitUntil: "networkidle" });
  const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(150_000);
});

test.describe("at an address where nothing is", () => {
  test.use({ expectedErrors: [/status of 404/] });

  for (const path of ["/no-such-show", "/no-such-show/no-such-episode", "/a/b/c"])
    test(`${path} is a page of its own and a 404`, async ({ page }) => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing is on the air here.");
      await expectFlawless(page);
    });
});

async function seekToTheMiddle(page: Page): Promise<number> {
  const middle = Math.floor(Number(await timeline(page).getAttribute("max")) / 2);
  await timeline(page).fill(String(middle));
  return middle;
}

const isAudio = (url: string) => /\.(mp3|m4a)$/.test(new URL(url).pathname);
