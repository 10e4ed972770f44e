import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { beginShow, expectFlawless, signUp } from "./newcomer";
import { enter, newPodcaster, operate } from "./podcaster";

test.describe.configure({ timeout: 60_000 });

const field = (page: Page) => page.getByRole("combobox", { name: "Search and act" });

/** By keyboard, once the script has come and the search before it has closed. */
async function openSearch(page: Page): Promise<void> {
  await expect(field(page)).toBeHidden();
  await expect(async () => {
    if (!(await field(page).isVisible())) await page.keyboard.press("Control+k");
    await expect(field(page)).toBeFocused({ timeout: 2_000 });
  }).toPass();
}

test("by keyboard one field leads to a setting, to a new episode, and to where one was", async ({ page }) => {
  await signUp(page);
  const show = await beginShow(page, "Harbour Lights");
  await page.goto("/studio");
  await openSearch(page);
  await field(page).fill("owner harbour");
  await expect(page.getByRole("option", { name: /Owner/ })).toHaveAttribute("aria-selected", "true");
  await expectFlawless(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${show}/settings#owner`);
  await openSearch(page);
  await expect(page.getByRole("group", { name: "Lately" }).getByRole("option")).toHaveText(/Owner/);
  await field(page).fill("new episode harb");
  await expect(page.getByRole("option", { name: /New episode/ })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
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
    await field(page).fill(words);
    await page.getByRole("option", { name }).waitFor();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(address);
  }
  await page.goto("/studio/workspaces");
  const workspace = page.getByRole("main").getByRole("listitem").getByRole("heading");
  const name = (await workspace.textContent()) ?? "";
  await openSearch(page);
  await field(page).fill(`workspace ${name}`);
  await page.getByRole("group", { name: "Workspaces" }).getByRole("option", { name }).waitFor();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/studio\/workspaces\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
});

test("episodes are gone through by keyboard alone", async ({ page, demo }) => {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(demo.email);
  await page.getByLabel("Password", { exact: true }).fill(demo.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/studio");
  await page.goto(`${demo.studio}?state=published`); // others write drafts in this show
  const links = page.getByRole("rowheader").getByRole("link");
  await expect(links).toHaveCount(demo.episodes.length);
  // "k" from outside goes to the first row, and stays there: it can be pressed until the script has come.
  await expect(async () => {
    await page.keyboard.press("k");
    await expect(links.first()).toBeFocused({ timeout: 1_000 });
  }).toPass();
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

  test("a button opens it", async ({ page }) => {
    await signUp(page);
    await beginShow(page, "Pocket Radio");
    await page.getByRole("button", { name: "Search", exact: true }).first().click();
    await field(page).fill("pock");
    await expectFlawless(page);
    await page.getByRole("option", { name: "Pocket Radio" }).first().click();
    await expect(page).toHaveURL("/studio/pocket-radio");
  });
});

test("a house admin gets to the rooms of the desk by the same field, and nobody else does", async ({ page, house }) => {
  await enter(page, await newPodcaster(house));
  await openSearch(page);
  await field(page).fill("outbox");
  await expect(page.getByRole("dialog")).toContainText("Nothing here is called “outbox”.");
  await page.context().clearCookies();
  const [email, password] = [`desk-${Date.now()}@example.org`, "the keys of the house"];
  await operate(house, ["user", "create", "--email", email, "--password", password, "--admin"]);
  await enter(page, { email, password });
  await openSearch(page);
  await field(page).fill("outbox");
  await page.getByRole("option", { name: /Outbox/ }).waitFor();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/admin/outbox");
  await openSearch(page);
  await field(page).fill("audit");
  await page.getByRole("option", { name: /Audit log/ }).waitFor();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/admin/audit");
});
