import type { Locator } from "@playwright/test";
import sharp from "sharp";
import { picture } from "@/tests/support/pictures";
import { ask } from "./ask";
import { expect, test } from "./fixtures";
import { expectEditor, readFeed } from "./journey";
import { enter, newPodcaster, newScene, newShow, publish } from "./podcaster";

const blue = "#203a8b";
const green = "#1f6b45";

test("an episode is given a picture of its own in the editor, and goes back to the show's", async ({
  page,
  house,
}, info) => {
  const { podcaster, show, draft } = await newScene(house, "Two Pictures", info.outputPath("a.mp3"));
  const episode = await publish(podcaster.api, draft);
  await enter(page, podcaster);
  await page.goto(`/studio/${show.slug}/episodes/${episode.id}`);
  await expectEditor(page);
  const artwork = page.getByRole("region", { name: "Artwork" });
  await expect(artwork).toContainText("The show’s.");

  const choosing = page.waitForEvent("filechooser");
  await artwork.getByRole("button", { name: "Choose a picture" }).click();
  await (await choosing).setFiles(await coverOf(blue));
  await expect(artwork).toContainText("This episode’s own.");
  const { item } = await picturesIn(show.links.feed);
  await expectColour(item, blue);
  await expectDrawn(artwork.locator("img"), item);

  await artwork.getByRole("button", { name: "Remove" }).click();
  await expect(artwork).toContainText("The show’s.");
  await expect.poll(async () => (await picturesIn(show.links.feed)).item).not.toBe(item);
});

test("a show's artwork is replaced in its settings, and the feed and the page show the new one", async ({
  page,
  house,
}) => {
  const podcaster = await newPodcaster(house);
  const show = await newShow(podcaster.api, "A New Coat");
  const before = await picturesIn(show.links.feed);
  await enter(page, podcaster);
  await page.goto(`/studio/${show.slug}/settings`);
  const section = page.getByRole("region", { name: "Artwork" });
  await section.getByLabel("Artwork").setInputFiles(await coverOf(green));
  await section.getByRole("button", { name: "Replace artwork" }).click();
  await expect(page.getByRole("dialog", { name: "The artwork is in its place." })).toBeVisible();

  const after = await picturesIn(show.links.feed);
  expect(after.show).not.toBe(before.show);
  await expectColour(after.show, green);
  await expectDrawn(section.locator("img"), after.show);
  await page.goto(show.links.page);
  await expectDrawn(page.getByRole("img", { name: "Cover of A New Coat" }), after.show);
});

const coverOf = async (colour: string) => ({
  name: "cover.png",
  mimeType: "image/png",
  buffer: await picture(1400, 1400, colour),
});

/** The addresses of the show's picture and of its first episode's. */
async function picturesIn(feed: string): Promise<{ show: string; item: string }> {
  const read = await readFeed(feed);
  if (read.format !== "rss") throw new Error(`${feed} is ${read.format}.`);
  return { show: String(read.feed.itunes?.image), item: String(read.feed.items?.[0]?.itunes?.image) };
}

/** The picture at the address is of that colour, as near as JPEG comes. */
async function expectColour(address: string, colour: string): Promise<void> {
  const { body } = await ask(address);
  const [seen, wanted] = await Promise.all([dominantOf(body), dominantOf((await coverOf(colour)).buffer)]);
  for (const channel of ["r", "g", "b"] as const) expect(Math.abs(seen[channel] - wanted[channel])).toBeLessThan(20);
}

const dominantOf = async (bytes: Buffer) => (await sharp(bytes).stats()).dominant;

async function expectDrawn(image: Locator, address: string): Promise<void> {
  await expect(image).toHaveAttribute("src", address);
  await expect.poll(() => image.evaluate((drawn: HTMLImageElement) => drawn.naturalWidth)).toBeGreaterThan(0);
}
