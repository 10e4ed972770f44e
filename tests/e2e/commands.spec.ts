import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { expectFlawlessInBothThemes } from "./flawless";
import { enter, newAdmin, newPodcaster, newShow } from "./podcaster";

const field = (page: Page) => page.getByRole("combobox", { name: "Search and act" });

/** By keyboard, once the search before it has closed. */
async function openSearch(page: Page): Promise<void> {
  await expect(field(page)).toBeHidden();
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
}

/** Presses Enter once it is `option` that this takes. */
async function take(page: Page, words: string, option: Locator): Promise<void> {
  await field(page).fill(words);
  await expect(option).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
}

test("by keyboard one field leads to a setting, to a new episode, and to where one was", async ({ page, house }) => {
  const podcaster = await newPodcaster(house);
  const show = `/studio/${(await newShow(podcaster.api, "Harbour Lights")).slug}`;
  await enter(page, podcaster);
  await openSearch(page);
  await field(page).fill("owner harbour");
  await expect(page.getByRole("option", { name: /Owner/ })).toHaveAttribute("aria-selected", "true");
  await expectFlawlessInBothThemes(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${show}/settings#owner`);
  await openSearch(page);
  await expect(page.getByRole("group", { name: "Lately" }).getByRole("option")).toHaveText(/Owner/);
  await take(page, "new episode harb", page.getByRole("option", { name: /New episode/ }));
  await expect(page).toHaveURL(new RegExp(`${show}/episodes/`));
  await openSearch(page);
  await field(page).fill("nobody is called this");
  await expect(page.getByRole("dialog")).toContainText("Nothing here is called “nobody is called this”.");
  await page.keyboard.press("Escape");
  await expect(field(page)).toHaveCount(0);
});

test("what belongs to one's account is found by what people call it, and a workspace by its name", async ({
  page,
  house,
}) => {
  await enter(page, await newPodcaster(house));
  for (const [words, name, address] of [
    ["recovery codes", /Second step/, "/studio/account/second-step"],
    ["sign out everywhere", /Sessions/, "/studio/account/sessions"],
    ["delete account", /Close account/, "/studio/account/close"],
  ] as const) {
    await openSearch(page);
    await take(page, words, page.getByRole("option", { name }));
    await expect(page).toHaveURL(address);
  }
  await page.goto("/studio/workspaces");
  const workspace = page.getByRole("main").getByRole("listitem").getByRole("heading");
  const name = (await workspace.textContent()) ?? "";
  await openSearch(page);
  await take(
    page,
    `workspace ${name}`,
    page.getByRole("group", { name: "Workspaces" }).getByRole("option", { name, exact: true }),
  );
  await expect(page).toHaveURL(/\/studio\/workspaces\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
});

test("an episode is found by what is to be done with it, and deleted and brought back from anywhere", async ({
  page,
  house,
}) => {
  const podcaster = await newPodcaster(house);
  const { slug } = await newShow(podcaster.api, "Harbour Lights");
  const { id } = await podcaster.api.post<{ id: string }>(`/shows/${slug}/episodes`, { title: "Fog" });
  await enter(page, podcaster);
  await openSearch(page);
  await take(page, "publish fog", page.getByRole("option", { name: /Publish or schedule/ }));
  await expect(page).toHaveURL(`/studio/${slug}/episodes/${id}#publish`);
  await expect(page.locator("#publish :focus")).toBeVisible();
  await page.goto("/studio/tokens");
  await openSearch(page);
  await take(page, "delete fog", page.getByRole("option", { name: /Delete episode/ }));
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("“Fog” is back.")).toBeVisible();
  await openSearch(page);
  await take(page, "delete this harbour", page.getByRole("option", { name: /Delete this show/ }));
  await expect(page).toHaveURL(`/studio/${slug}/settings#danger`);
});

test("episodes are gone through by keyboard alone", async ({ page, demo }) => {
  await enter(page, demo);
  await page.goto(`${demo.studio}?state=published`); // others write drafts in this show
  const links = page.getByRole("rowheader").getByRole("link");
  await expect(links).toHaveCount(demo.episodes.length);
  await page.keyboard.press("k");
  await expect(links.first()).toBeFocused();
  await page.keyboard.press("j");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(links.first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(links.first()).toBeFocused();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await links.first().press("Enter");
  await expect(page).toHaveURL(/\/episodes\//);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("a button opens it", async ({ page, house }) => {
    const podcaster = await newPodcaster(house);
    const { slug } = await newShow(podcaster.api, "Pocket Radio");
    await enter(page, podcaster);
    await page.getByRole("button", { name: "Search", exact: true }).first().click();
    await field(page).fill("pock");
    await expectFlawlessInBothThemes(page);
    await page.getByRole("option", { name: "Pocket Radio" }).first().click();
    await expect(page).toHaveURL(`/studio/${slug}`);
  });
});

test("a house admin gets to the rooms of the desk by the same field, and nobody else does", async ({ page, house }) => {
  await enter(page, await newPodcaster(house));
  await openSearch(page);
  await field(page).fill("outbox");
  await expect(page.getByRole("dialog")).toContainText("Nothing here is called “outbox”.");
  await page.context().clearCookies();
  await enter(page, await newAdmin(house));
  await openSearch(page);
  await take(page, "outbox", page.getByRole("option", { name: /Outbox/ }));
  await expect(page).toHaveURL("/admin/outbox");
  await openSearch(page);
  await take(page, "audit", page.getByRole("option", { name: /Audit log/ }));
  await expect(page).toHaveURL("/admin/audit");
});
