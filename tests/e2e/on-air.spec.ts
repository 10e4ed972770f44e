import type { House } from "@/tests/support/house";
import { openListener } from "@/tests/support/raw-listener";
import { expect, test } from "./fixtures";
import { newDraft, newShow, publish } from "./podcaster";
import { enter, newResident } from "./resident";

test.describe.configure({ timeout: 120_000 });

// More than socket buffers hold, so that whoever does not read on keeps the stream open.
const FRAMES = 40_000;

test("a podcaster sees who listens while they listen, and that nobody does", async ({ page, house }, info) => {
  const resident = await newResident(house);
  const { slug, path } = await airEpisode(resident.api, info.outputPath("audio.mp3"));
  await enter(page, resident);
  await page.goto(`/studio/${slug}`);
  await page.getByRole("navigation", { name: "Show" }).getByRole("link", { name: "On air" }).click();
  await expect(page.getByRole("heading", { name: "Nothing is on the air just now." })).toBeVisible();

  const listeners = ["AntennaPod/3.7.0", "AntennaPod/3.7.0", "Overcast/3.0 (+http://overcast.fm/)"].map((agent) => {
    const listener = openListener(portOf(house), { path, headers: { "user-agent": agent } });
    listener.once("data", () => listener.pause());
    return listener;
  });
  await expect(figure("streams open")).toHaveText("3");
  await expect(page.getByRole("table", { name: "Episodes" }).getByRole("row", { name: "Silence" })).toContainText("3");
  await expect(page.getByRole("table", { name: "Apps" }).getByRole("row")).toContainText([
    /App/,
    /AntennaPod/,
    /Overcast/,
  ]);

  for (const listener of listeners) listener.destroy();
  await expect(figure("streams open")).toHaveText("0");
  await expect(async () => {
    await page.goto(`/studio/${slug}`);
    await expect(page.getByRole("columnheader", { name: "Requests, 24 h" })).toBeVisible();
    const row = page.getByRole("row", { name: "Silence" });
    await expect(row.getByRole("cell", { name: "3", exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass();

  function figure(name: string) {
    return page.locator("dl > div", { has: page.getByText(name, { exact: true }) }).getByRole("definition");
  }
});

async function airEpisode(api: Parameters<typeof newShow>[0], file: string) {
  const show = await newShow(api, "Heard Just Now");
  const { enclosure } = await publish(api, await newDraft(api, show, file, FRAMES));
  return { slug: show.slug, path: new URL(enclosure.url).pathname };
}

const portOf = ({ url }: House): number => Number(new URL(url).port);
