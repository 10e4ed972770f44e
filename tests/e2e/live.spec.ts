import type { Page } from "@playwright/test";
import type { House } from "@/tests/support/house";
import { elsewhere } from "./awake";
import { expect, test } from "./fixtures";
import { watchUnderWay } from "./line";
import { enter, newAdmin, newDraft, newPodcaster, newShow } from "./podcaster";

type Draft = { id: string };

test("what one browser saves appears in another without a reload, and focus and place stay", async ({
  page,
  house,
  browser,
}) => {
  const { resident, slug, draft } = await makeScene(house);
  await enter(page, resident);
  const line = page.waitForResponse(/\/api\/studio\/live\?.*show/);
  await page.goto(`/studio/${slug}`);
  await line;
  await page.getByRole("searchbox").focus();
  const writer = await elsewhere(browser, house);
  await enter(writer, resident);
  await writer.goto(`/studio/${slug}/episodes/${draft.id}`);
  await writer.getByLabel("Title").fill("Told anew");
  await expect(page.getByRole("table")).toContainText("Told anew");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await resident.api.post(`/shows/${slug}/episodes`, { title: "From a program" });
  await expect(page.getByRole("table")).toContainText("From a program");
  await writer.context().close();
});

test("the tabs of a browser share one connection, and the next takes over when the first is closed", async ({
  page,
  context,
  house,
}) => {
  const { resident, slug, draft } = await makeScene(house);
  const open = new Set<Page>();
  context.on("request", (request) => {
    if (request.url().includes("/api/studio/live?")) open.add(request.frame().page());
  });
  await enter(page, resident);
  await page.goto(`/studio/${slug}`);
  await expect.poll(() => open.size).toBe(1);
  const second = await context.newPage();
  await second.goto(`/studio/${slug}`);
  // What changes before the second tab listens is not heard there, and what is the same again is no change.
  let times = 0;
  await expect(async () => {
    times += 1;
    await rename(draft, `By way of the first, ${times}`);
    await expect(second.getByRole("table")).toContainText("By way of the first", { timeout: 2_000 });
  }).toPass();
  expect([...open]).toEqual([page]);
  await page.close();
  await expect.poll(() => open.has(second)).toBe(true);
  await rename(draft, "By way of the second");
  await expect(second.getByRole("table")).toContainText("By way of the second");

  async function rename({ id }: Draft, title: string) {
    await fetch(`${house.url}/api/v1/episodes/${id}`, {
      method: "PATCH",
      headers: { authorization: `Bearer ${resident.token}`, "if-match": "*", "content-type": "application/json" },
      body: JSON.stringify({ title }),
    });
  }
});

test("after signing out in one tab and in again, all tabs hear of changes again", async ({ page, context, house }) => {
  const { resident, slug } = await makeScene(house);
  await enter(page, resident);
  const lines = watchUnderWay(page, (request) => request.url().includes("/api/studio/live?"));
  const line = page.waitForResponse(/\/api\/studio\/live\?.*show/);
  await page.goto(`/studio/${slug}`);
  await line;
  const second = await context.newPage();
  await second.goto(`/studio/${slug}`);
  await second.getByRole("button", { name: /^Account of/ }).click();
  await second.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(second).toHaveURL(/sign-in/);
  await expect.poll(() => lines.size).toBe(0);
  await enter(second, resident);
  await second.goto(`/studio/${slug}`);
  await resident.api.post(`/shows/${slug}/episodes`, { title: "Heard again" });
  for (const tab of [page, second]) await expect(tab.getByRole("table")).toContainText("Heard again");
});

test("the list of shows and the people of a workspace are as others have left them", async ({
  page,
  context,
  house,
}) => {
  const { resident, slug, draft } = await makeScene(house);
  const line = page.waitForResponse(/\/api\/studio\/live\?.*workspace/);
  await enter(page, resident);
  await line;
  await expect(page.getByRole("main").getByRole("listitem")).toContainText("1 draft");
  await resident.api.post(`/shows/${slug}/episodes`, { title: "One more" });
  await expect(page.getByRole("main").getByRole("listitem")).toContainText("2 drafts");
  await resident.api.delete(`/episodes/${draft.id}`);
  await expect(page.getByRole("main").getByRole("listitem")).toContainText("1 draft");
  await resident.api.post("/shows", { title: "Day Train", language: "en", category: "Technology" });
  await expect(page.getByRole("main")).toContainText("Day Train");

  const workspace = await context.newPage();
  await workspace.goto("/studio/workspaces");
  await workspace.getByRole("main").getByRole("listitem").getByRole("link").click();
  await workspace.waitForURL(/\/studio\/workspaces\/./);
  await page.goto(workspace.url());
  await page.getByLabel("Name of the workspace").fill("The Railway");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(workspace.getByRole("heading", { level: 1 })).toHaveText("The Railway");
});

test("a schedule that falls due shows by itself", async ({ page, house }, info) => {
  const { resident, slug, draft } = await makeScene(house, info.outputPath("silence.mp3"));
  await enter(page, resident);
  const line = page.waitForResponse(/\/api\/studio\/live\?.*show/);
  await page.goto(`/studio/${slug}`);
  await line;
  const at = new Date(Date.now() + 6_000).toISOString();
  await resident.api.put(`/episodes/${draft.id}/publication`, { at });
  await expect(page.getByRole("table")).toContainText("Published", { timeout: 30_000 });
});

test("what the house takes down, and puts back, is told on the pages that are open", async ({
  page,
  house,
  browser,
}) => {
  const { resident, slug, draft } = await makeScene(house);
  await enter(page, resident);
  await page.goto(`/studio/${slug}/episodes/${draft.id}`);
  const list = await page.context().newPage();
  await list.goto(`/studio/${slug}`);
  const desk = await elsewhere(browser, house);
  await enter(desk, await newAdmin(house));

  await desk.goto(`/admin/episodes/${draft.id}`);
  await takeDown(desk);
  await expect(page.getByRole("heading", { name: "The house took this episode off the air" })).toBeVisible();
  await expect(page.getByText("It is somebody else's.")).toBeVisible();
  await desk.getByRole("button", { name: "Put it back on the air" }).click();
  await expect(page.getByRole("heading", { name: "The house took this episode off the air" })).toHaveCount(0);

  await desk.getByRole("main").getByRole("link", { name: "Night Train" }).first().click();
  await expect(desk).toHaveURL(/\/admin\/shows\//);
  await takeDown(desk);
  for (const open of [page, list])
    await expect(open.getByRole("heading", { name: "The house took this show off the air" })).toBeVisible();
  await desk.context().close();
});

async function takeDown(desk: Page): Promise<void> {
  await desk.getByRole("button", { name: "Take down" }).click();
  await desk.getByRole("dialog").getByLabel("Reason").fill("It is somebody else's.");
  await desk
    .getByRole("dialog")
    .getByRole("button", { name: /^Take the (show|episode) down/ })
    .click();
  await expect(desk.getByRole("button", { name: "Put it back on the air" })).toBeVisible();
}

/** Somebody with a show and a draft in it; with audio where there is a file to send it by. */
async function makeScene(house: House, file?: string) {
  const resident = await newPodcaster(house);
  const show = await newShow(resident.api, "Night Train");
  const draft: Draft = file
    ? await newDraft(resident.api, show, file, 400)
    : await resident.api.post(`/shows/${show.slug}/episodes`, { title: "The first stop" });
  return { resident, slug: show.slug, draft };
}
