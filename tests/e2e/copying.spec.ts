import { expect, test } from "./fixtures";
import { mouse } from "./hand";
import { copied, expectEditor, panel } from "./journey";
import { enter, newScene, publish } from "./podcaster";

test("the addresses of page, feed and audio are copied where an episode is published, and all of them answer", async ({
  page,
  house,
  context,
}, info) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { podcaster, show, draft } = await newScene(house, "To Take Along", info.outputPath("a.mp3"));
  const episode = await publish(podcaster.api, draft);
  const copy = (name: string) => copied(page, mouse, panel(page).getByRole("button", { name }));
  await enter(page, podcaster);
  await page.goto(`/studio/${show.slug}/episodes/${episode.id}`);
  await expectEditor(page);
  expect(await copy("Copy page address")).toBe(episode.links.page);
  expect(await copy("Copy audio address")).toBe(episode.enclosure.url);
  expect(await copy("Copy feed address")).toBe(show.links.feed);

  await page.goto(`/studio/${show.slug}`);
  const atShow = (name: string) => copied(page, mouse, page.getByRole("button", { name }));
  expect(await atShow("Copy page address")).toBe(show.links.page);
  expect(await atShow("Copy feed address")).toBe(show.links.feed);
  for (const address of [episode.links.page, episode.enclosure.url, show.links.feed, show.links.page])
    expect((await fetch(address)).status).toBe(200);
});

test("the addresses of an episode are copied from its line in the list", async ({ page, house, context }, info) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { podcaster, show, draft } = await newScene(house, "In a Line", info.outputPath("a.mp3"));
  const episode = await publish(podcaster.api, draft);
  await enter(page, podcaster);
  await page.goto(`/studio/${show.slug}`);
  for (const [name, said, address] of [
    ["Copy page address", "The page address is copied.", episode.links.page],
    ["Copy enclosure address", "The enclosure address is copied.", episode.enclosure.url],
  ] as const) {
    await page.getByRole("button", { name: "More about Silence" }).click();
    await page.getByRole("menuitem", { name }).click();
    await expect(page.getByText(said)).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  }
});
