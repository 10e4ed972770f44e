import type { Page, Request } from "@playwright/test";
import type { House } from "@/tests/support/house";
import { ask } from "./ask";
import { elsewhere } from "./awake";
import { expect, test } from "./fixtures";
import { expectFlawless } from "./flawless";
import { mouse } from "./hand";
import { copied, expectEditor, panel } from "./journey";
import { type Episode, enter, newDraft, newPodcaster, newScene, newShow, publish, type Show, undo } from "./podcaster";

const studio = (show: Show, { id }: { id: string }) => `/studio/${show.slug}/episodes/${id}`;
const inFeed = async (show: Show) => (await ask(show.links.feed)).body.toString().includes("<item>");

test("the checklist says what blocks and what could be better, follows the form, and leads to its fields", async ({
  page,
  house,
}, testInfo) => {
  const podcaster = await newPodcaster(house);
  const show = await newShow(podcaster.api, "Night Train");
  const { id } = await podcaster.api.post<Episode>(`/shows/${show.slug}/episodes`, { title: "The first stop" });
  await enter(page, podcaster);
  await page.goto(studio(show, { id }));
  await expect(panel(page).getByRole("link", { name: "The episode has no audio yet." })).toBeVisible();
  await expect(panel(page).getByRole("button", { name: "Publish now" })).toBeDisabled();

  await page.getByLabel("Title").fill("Night Train, Episode 3");
  await panel(page)
    .getByRole("link", { name: /repeats the number/ })
    .press("Enter");
  await expect(page.getByLabel("Title")).toBeFocused();
  await page.getByLabel("Title").fill("The first stop");
  await expect(panel(page).getByRole("link", { name: /repeats/ })).toHaveCount(0);

  await expect(page.locator("#notes")).toBeVisible();
  await panel(page)
    .getByRole("link", { name: /There are no notes/ })
    .click();
  await expect(page.locator("#notes")).toBeFocused();
  await page.keyboard.type("We ride to the first stop, and talk about who gets off there.");
  await expect(panel(page).getByRole("link", { name: /notes/ })).toHaveCount(0);

  const whole = await newDraft(podcaster.api, show, testInfo.outputPath("silence.mp3"), 400);
  await page.goto(studio(show, whole));
  await expect(panel(page).getByText("Nothing keeps it from going out.")).toBeVisible();
  await expect(panel(page).getByRole("button", { name: "Publish now" })).toBeEnabled();
});

test("an episode is scheduled by keyboard, the schedule is cancelled, and that is undone", async ({
  page,
  house,
}, testInfo) => {
  const { show, draft } = await begin(page, house, testInfo.outputPath("silence.mp3"));
  await panel(page).getByRole("radio", { name: "Now" }).focus();
  await page.keyboard.press("ArrowRight");
  await panel(page).getByLabel("Day", { exact: true }).fill("2031-04-02");
  await panel(page).getByLabel("Time", { exact: true }).fill("06:00");
  await panel(page).getByLabel("Zone").selectOption("Berlin");
  await expect(
    panel(page).getByText(/Clocks change on 30 March; it goes out at 6:00 Berlin summer time/),
  ).toBeVisible();
  const button = panel(page).getByRole("button", { name: /^Schedule for Wed 2 Apr 2031, 6:00, Berlin, in \d+ d$/ });
  await button.press("Enter");
  await expect(panel(page).getByText("Scheduled", { exact: true })).toBeVisible();
  await expect(panel(page).locator("time").first()).toHaveAttribute("datetime", "2031-04-02T04:00:00.000Z");

  await panel(page).getByRole("button", { name: "Cancel schedule" }).press("Enter");
  await expect(panel(page).getByText("Draft", { exact: true })).toBeVisible();
  await undo(page, "The schedule is cancelled.").press("Enter");
  await expect(panel(page).locator("time").first()).toHaveAttribute("datetime", "2031-04-02T04:00:00.000Z");
  expect(await inFeed(show)).toBe(false);
  expect((await ask(draft.links.page)).status).toBe(404);
});

test("the first episode goes on the air, is taken back by Undo, and goes out again", async ({
  page,
  house,
  context,
}, testInfo) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { show, draft } = await begin(page, house, testInfo.outputPath("silence.mp3"));
  await panel(page).getByRole("button", { name: "Publish now" }).click();
  await expect(panel(page).getByRole("heading", { name: "On the air" })).toBeFocused();
  // The toast stays for as long as the mouse is over it.
  await undo(page, "Published.").hover();
  await expect(panel(page).getByText("The first episode of your show is out.")).toBeVisible();
  expect((await ask(draft.links.page)).status).toBe(200);
  expect(await inFeed(show)).toBe(true);

  await undo(page, "Published.").click();
  await expect(panel(page).getByText("Draft", { exact: true })).toBeVisible();
  expect((await ask(draft.links.page)).status).toBe(404);
  expect(await inFeed(show)).toBe(false);
  await panel(page).getByRole("button", { name: "Publish now" }).click();
  await unpublish(page, draft);
  await publishAgain(page);
  await expect(panel(page).getByRole("heading", { name: "On the air" })).toBeVisible();
  const copy = panel(page).getByRole("button", { name: "Copy feed address" }).first();
  expect(await copied(page, mouse, copy)).toBe(show.links.feed);
  await panel(page).getByRole("link", { name: "Open page" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Silence");
});

test("what is out is taken down, called off and closed to guests whatever stands in the form; nothing goes out over it", async ({
  page,
  house,
}, testInfo) => {
  const { draft, podcaster } = await begin(page, house, testInfo.outputPath("silence.mp3"));
  await publish(podcaster.api, draft);
  await page.reload();
  await expectEditor(page);
  await page.getByLabel("Title").fill("");
  await expect(page.getByLabel("Title")).toHaveAccessibleDescription("An episode needs a title.");
  await unpublish(page, draft);
  await publishAgain(page);
  await expect(panel(page).getByRole("alert")).toContainText("Something that you typed could not be saved.");
  expect((await ask(draft.links.page)).status).toBe(404);

  await panel(page).getByRole("button", { name: "Make a link" }).click();
  await panel(page).getByRole("button", { name: "Revoke" }).click();
  await expect(panel(page).getByRole("button", { name: "Revoke" })).toHaveCount(0);
  await publish(podcaster.api, draft, new Date(Date.now() + 24 * 3600_000));
  await panel(page).getByRole("button", { name: "Cancel schedule" }).click();
  await expect(undo(page, "The schedule is cancelled.")).toBeVisible();
});

test.describe("without a connection", () => {
  test.use({ expectedErrors: [/ERR_FAILED/] });

  test("an act says that it was lost, and the page stays", async ({ page, house }, testInfo) => {
    const { draft, podcaster } = await begin(page, house, testInfo.outputPath("silence.mp3"));
    await publish(podcaster.api, draft);
    await page.reload();
    await page.route("**/episodes/**", (route) => (isAct(route.request()) ? route.abort() : route.continue()));
    await panel(page).getByRole("button", { name: "Unpublish" }).click();
    await expect(panel(page).getByRole("alert")).toHaveText("The connection was lost. Try again.");
    await page.unrouteAll();
    await panel(page).getByRole("button", { name: "Unpublish" }).click();
    await expect(panel(page).getByText("Unpublished", { exact: true })).toBeVisible();
  });
});

test.describe("a link for a guest", () => {
  // What is revoked is asked for once more.
  test.use({ expectedErrors: [/404 .*\/preview\//] });

  test("lets them hear the episode in another browser, until it is revoked", async ({
    page,
    house,
    browser,
  }, testInfo) => {
    const { draft } = await begin(page, house, testInfo.outputPath("silence.mp3"));
    await panel(page).getByRole("button", { name: "Make a link" }).click();
    const address = (await panel(page).getByRole("status").locator("code").textContent()) ?? "";
    const guest = await elsewhere(browser, house);
    const answer = await guest.goto(address);
    expect(answer?.headers()).toMatchObject({
      "referrer-policy": "no-referrer",
      "cache-control": expect.stringContaining("no-store"),
    });
    await expect(guest.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
    await expect(guest.getByRole("heading", { level: 1 })).toHaveText("Silence");
    const player = guest.getByRole("region", { name: "Player" });
    await player.getByRole("button", { name: "Play" }).click();
    await expect(player.getByRole("slider", { name: "Position" })).not.toHaveValue("0");
    expect((await ask(draft.enclosure.url)).status).toBe(404);
    expect((await ask(`${address}/audio.mp3`, { headers: { range: "bytes=0-9" } })).status).toBe(206);

    await panel(page).getByRole("button", { name: "Revoke" }).click();
    await expect(panel(page).getByRole("button", { name: "Revoke" })).toHaveCount(0);
    expect((await guest.goto(address))?.status()).toBe(404);
    const gone = await guest.getByRole("main").textContent();
    expect((await ask(`${address}/audio.mp3`)).status).toBe(404);
    expect((await guest.goto(`${address}x`))?.status()).toBe(404);
    expect(await guest.getByRole("main").textContent()).toBe(gone);
    await guest.context().close();
  });
});

test.describe("a deleted episode", () => {
  test("comes back by Undo, and later from the page of the deleted", async ({ page, house }, testInfo) => {
    const { show } = await begin(page, house, testInfo.outputPath("silence.mp3"));
    await page.getByRole("button", { name: "Delete episode" }).click();
    await expect(page).toHaveURL(`/studio/${show.slug}`);
    await undo(page, "“Silence” is deleted.").click();
    await page.getByRole("table").getByRole("link", { name: "Silence" }).click();
    await page.getByRole("button", { name: "Delete episode" }).press("Enter");
    await expect(page).toHaveURL(`/studio/${show.slug}`);
    await page.goto(`/studio/${show.slug}/deleted`);
    await page.getByRole("button", { name: "Bring back Silence" }).click();
    await expect(page.getByRole("heading", { name: "Nothing was deleted." })).toBeVisible();
    await expect(page.getByRole("region", { name: "Deleted episodes" })).toBeFocused();
    await page.goto(`/studio/${show.slug}`);
    await expect(page.getByRole("table").getByRole("link", { name: "Silence" })).toBeVisible();
  });
});

for (const [colorScheme, width] of [
  ["light", 390],
  ["dark", 1280],
] as const)
  test.describe(`in ${colorScheme}, at ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });

    test("panel, preview, calendar and the page of the deleted are accessible, and nothing sticks out", async ({
      page,
      house,
    }, testInfo) => {
      const { show, draft, podcaster } = await begin(page, house, testInfo.outputPath("silence.mp3"));
      await publish(podcaster.api, draft, new Date(Date.now() + 24 * 3600_000));
      const bare = await podcaster.api.post<Episode>(`/shows/${show.slug}/episodes`, { title: "Bare" });
      const gone = await podcaster.api.post<Episode>(`/shows/${show.slug}/episodes`, { title: "Gone" });
      await podcaster.api.delete(`/episodes/${gone.id}`);
      await page.goto(studio(show, bare));
      await panel(page).getByText("At a time").click();
      await panel(page).getByRole("button", { name: "Make a link" }).click();
      const address = (await panel(page).getByRole("status").locator("code").textContent()) ?? "";
      await expectFlawless(page);
      for (const path of [
        studio(show, draft),
        address,
        `/studio/${show.slug}/calendar`,
        `/studio/${show.slug}/deleted`,
      ]) {
        await page.goto(path);
        await expectFlawless(page);
      }
    });
  });

async function unpublish(page: Page, { links }: Episode): Promise<void> {
  await panel(page).getByRole("button", { name: "Unpublish" }).click();
  await expect(panel(page).getByText("Unpublished", { exact: true })).toBeVisible();
  expect((await ask(links.page)).status).toBe(404);
}

const publishAgain = (page: Page): Promise<void> =>
  panel(page)
    .getByRole("button", { name: /^Publish again, dated/ })
    .click();

const isAct = (request: Request) => request.headers()["next-action"] !== undefined;

async function begin(page: Page, house: House, file: string) {
  const scene = await newScene(house, "Night Train", file);
  await enter(page, scene.podcaster);
  await page.goto(studio(scene.show, scene.draft));
  return scene;
}
