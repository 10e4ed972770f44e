import { randomBytes } from "node:crypto";
import type { House } from "@/tests/support/house";
import { openListener } from "@/tests/support/raw-listener";
import { elsewhere } from "./awake";
import { expect, test } from "./fixtures";
import { enter, newAdmin, newDraft, newPodcaster, newShow, publish } from "./podcaster";

// More than socket buffers hold, so that whoever does not read on keeps the stream open.
const FRAMES = 40_000;

test("a podcaster and the house admin see who listens while they listen, and when nobody does any more", async ({
  page,
  house,
  browser,
}, info) => {
  const resident = await newPodcaster(house);
  const { slug, path, title } = await airEpisode(resident.api, info.outputPath("audio.mp3"));
  await enter(page, resident);
  await page.goto(`/studio/${slug}`);
  await page.getByRole("navigation", { name: "Show" }).getByRole("link", { name: "On air" }).click();
  await expect(page.getByRole("heading", { name: "Nothing is on the air just now." })).toBeVisible();

  const desk = await elsewhere(browser, house);
  await enter(desk, await newAdmin(house));
  await desk.goto("/admin/on-air");
  const line = desk.getByRole("table", { name: "Episodes" }).getByRole("row", { name: title });
  await expect(line).toHaveCount(0);

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

  await expect(line.getByRole("cell").first()).toHaveText("3");

  for (const listener of listeners) listener.destroy();
  await expect(figure("streams open")).toHaveText("0");
  await expect(line.getByRole("cell").first()).toHaveText("0");
  await desk.context().close();
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
  const title = `Heard Just Now ${randomBytes(4).toString("hex")}`;
  const show = await newShow(api, title);
  const { enclosure } = await publish(api, await newDraft(api, show, file, FRAMES));
  return { title, slug: show.slug, path: new URL(enclosure.url).pathname };
}

const portOf = ({ url }: House): number => Number(new URL(url).port);
