import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { enter, newPodcaster, newScene, newShow, publish, undo } from "./podcaster";

test.use({ viewport: { width: 1280, height: 1100 } });

// Far ahead, so that no day of it has passed; clocks in Berlin change on the 30th.

const day = (page: Page, date: string) =>
  page.getByRole("cell").filter({ has: page.locator(`time[datetime="${date}"]`) });

test("a scheduled episode moves to another day by dragging and by keyboard, and keeps its time of day", async ({
  page,
  house,
}, testInfo) => {
  const { podcaster, show, draft } = await newScene(house, "Night Train", testInfo.outputPath("silence.mp3"));
  await publish(podcaster.api, draft, new Date("2031-03-11T05:00:00Z"));
  const publishAt = async () => (await podcaster.api.get<{ publishAt: string }>(`/episodes/${draft.id}`)).publishAt;
  await enter(page, podcaster);

  await page.goto(`/studio/${show.slug}/calendar`);
  await page.getByRole("link", { name: "March 2031" }).click();
  await expect(page.getByRole("heading", { name: "March 2031" })).toBeVisible();
  await page.getByLabel("Zone").selectOption("Berlin");
  await expect(page).toHaveURL(/month=2031-03&zone=Europe%2FBerlin/);
  await expect(page.getByText("Clocks change on 30 March")).toBeVisible();
  await expect(day(page, "2031-03-11").getByRole("link", { name: "6:00 scheduled Silence" })).toBeVisible();

  await expect(page.locator(".cursor-grab")).toBeVisible();
  await drag(page, day(page, "2031-03-11").getByRole("link"), day(page, "2031-03-19"));
  await expect(day(page, "2031-03-19").getByRole("link", { name: "6:00 scheduled Silence" })).toBeVisible();
  await expect.poll(publishAt).toBe("2031-03-19T05:00:00.000Z");
  await expect(page).toHaveURL(/calendar/);

  await day(page, "2031-03-19").getByRole("button", { name: "Move Silence" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Day").fill("2020-01-01");
  await expect(dialog.getByText("That moment has passed. Choose a later day.")).toBeVisible();
  await dialog.getByLabel("Day").fill("2031-03-31");
  await dialog.getByRole("button", { name: "Move to Mon 31 Mar 2031, 6:00" }).press("Enter");
  await expect(day(page, "2031-03-31").getByRole("link", { name: "6:00 scheduled Silence" })).toBeVisible();
  await expect.poll(publishAt).toBe("2031-03-31T04:00:00.000Z");
  await undo(page, "Moved to Mon 31 Mar 2031, 6:00.").press("Enter");
  await expect.poll(publishAt).toBe("2031-03-19T05:00:00.000Z");
});

test("what is out does not move, and a phone shows days in a list", async ({ page, house }, testInfo) => {
  const { podcaster, show, draft } = await newScene(house, "Night Train", testInfo.outputPath("silence.mp3"));
  await publish(podcaster.api, draft, new Date("2024-05-05T08:00:00Z"));
  await enter(page, podcaster);
  await page.goto(`/studio/${show.slug}/calendar?month=2024-05&zone=Asia/Kathmandu`);
  await expect(day(page, "2024-05-05").getByRole("link", { name: "13:45 out Silence" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Move Silence" })).toHaveCount(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole("table")).toBeHidden();
  await page.getByRole("listitem").getByRole("link", { name: "13:45 out Silence" }).click();
  await expect(page).toHaveURL(`/studio/${show.slug}/episodes/${draft.id}`);
});

test("without a zone of one's own it is the month that it is where the browser is", async ({ page, house }) => {
  const podcaster = await newPodcaster(house);
  const show = await newShow(podcaster.api, "Night Train");
  await enter(page, podcaster);
  // The first hours of a month in Kathmandu are the last of the one before in UTC.
  const now = new Date();
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1) - 3 * 3600_000);
  await page.clock.setFixedTime(first);
  await page.goto(`/studio/${show.slug}/calendar`);
  const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "Asia/Kathmandu" });
  await expect(page.getByRole("heading", { name: month.format(first) })).toBeVisible();
  await expect(page.getByRole("table").getByText("today")).toBeVisible();
});

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover();
  await page.mouse.down();
  await page.mouse.move(0, 0);
  await to.hover({ force: true });
  await to.hover({ force: true, position: { x: 20, y: 60 } });
  await page.mouse.up();
}
