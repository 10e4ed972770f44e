import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { elsewhere } from "./awake";
import { expect, test } from "./fixtures";
import { expectFlawlessInBothThemes } from "./flawless";
import { signUp } from "./newcomer";
import { enter, newPodcaster, newShow } from "./podcaster";

test.use({ expectedErrors: [/status of 404/] });

const newAddress = (who: string) => `${who}-${randomBytes(6).toString("hex")}@example.org`;
const password = randomBytes(12).toString("hex");

test("from invitation to role to removal: a stranger comes by link, works on one show, and is out at once", async ({
  page,
  browser,
  house,
}) => {
  const owner = await newPodcaster(house);
  const [shown, hidden] = [await begin("Shown Train"), await begin("Hidden Train")];
  await enter(page, owner);
  await page.goto("/studio/workspaces");
  await page.getByRole("list", { name: "Your workspaces" }).getByRole("link").click();
  await expect(page.getByText("You are the last owner")).toBeVisible();
  const link = await inviteByLink(page, "Shown Train");
  const workspace = new URL(page.url()).pathname;
  await expectFlawlessInBothThemes(page);

  const guest = await elsewhere(browser, house);
  const address = newAddress("guest");
  await guest.goto(link);
  await expect(guest.getByText(/invites you to the workspace .* as an editor/)).toBeVisible();
  await expect(guest.getByText("You would reach “Shown Train”.")).toBeVisible();
  await expectFlawlessInBothThemes(guest);
  await guest.getByLabel("Email").fill(address);
  await guest.getByLabel("Password", { exact: true }).fill(password);
  await guest.getByRole("button", { name: "Make an account" }).click();
  await expect(guest).toHaveURL("/studio");
  await expect(
    guest
      .getByRole("main")
      .getByRole("link", { name: /Shown Train/ })
      .first(),
  ).toBeVisible();
  await expect(guest.getByRole("main")).not.toContainText("Hidden Train");
  expect((await guest.goto(hidden))?.status()).toBe(404);
  expect((await guest.goto(shown))?.status()).toBe(200);
  await guest.goto(link);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("Used already.");

  const name = address.split("@")[0] ?? "";
  await page.goto(workspace);
  await page.getByRole("button", { name: `Change ${name}` }).click();
  const dialog = page.getByRole("dialog");
  await expectFlawlessInBothThemes(page);
  await dialog.getByLabel("Role").selectOption("Analyst");
  await dialog.getByLabel("Shows").selectOption("All, and those to come");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  const row = page.getByRole("list", { name: "Members" }).getByRole("listitem").filter({ hasText: address });
  await expect(row).toContainText("Analyst");
  expect((await guest.goto(hidden))?.status()).toBe(200);

  await page.getByRole("button", { name: `Change ${name}` }).click();
  await dialog.getByRole("button", { name: "Remove from the workspace" }).click();
  // While the dialog is there, nothing behind it counts as shown.
  await expect(dialog).toBeHidden();
  await expect(row).toBeHidden();
  expect((await guest.goto(shown))?.status()).toBe(404);
  expect((await guest.goto(workspace))?.status()).toBe(404);

  async function begin(title: string): Promise<string> {
    return `/studio/${(await newShow(owner.api, title)).slug}`;
  }
});

test("whoever has an account signs in by the link, comes back, and accepts with one press", async ({
  page,
  browser,
  house,
}) => {
  const guest = await elsewhere(browser, house);
  const { email, password } = await newPodcaster(house);
  await enter(page, await newPodcaster(house));
  await page.goto("/studio/workspaces");
  await page.getByRole("list", { name: "Your workspaces" }).getByRole("link").click();
  const link = await inviteByLink(page, null);
  await guest.goto(link);
  await guest.getByRole("link", { name: "Sign in to accept" }).click();
  // The invitation's own page has fields of the same names.
  await expect(guest).toHaveURL(/\/sign-in/);
  await guest.getByLabel("Email").fill(email);
  await guest.getByLabel("Password", { exact: true }).fill(password);
  await guest.getByRole("button", { name: "Sign in", exact: true }).click();
  await guest.getByRole("button", { name: "Accept" }).click();
  await expect(guest).toHaveURL(new URL(page.url()).pathname);
  await guest.goto("/studio/workspaces");
  await expect(guest.getByRole("list", { name: "Your workspaces" }).getByRole("listitem")).toHaveCount(2);

  await page.reload();
  await page.getByRole("button", { name: `Change ${email.split("@")[0]}` }).click();
  await page.getByRole("button", { name: "Hand the workspace over" }).click();
  await page.getByRole("button", { name: "Leave this workspace" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave", exact: true }).click();
  await expect(page).toHaveURL("/studio/workspaces");
  await expect(page.getByRole("heading", { name: "You are in no workspace." })).toBeVisible();
});

for (const width of [390, 1280])
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 844 } });

    test("workspaces and invitations are accessible, and nothing sticks out", async ({ page }) => {
      await signUp(page);
      await page.goto("/studio/workspaces");
      await expectFlawlessInBothThemes(page);
      await page.getByRole("list", { name: "Your workspaces" }).getByRole("link").click();
      const link = await inviteByLink(page, null);
      await expectFlawlessInBothThemes(page);
      await page.goto(link);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are in already.");
      await expectFlawlessInBothThemes(page);
      await page.context().clearCookies();
      await page.goto(link);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are invited.");
      await expectFlawlessInBothThemes(page);
    });
  });

/** On the page of a workspace: as an editor, of one show or of all. Gives the link that is shown this once. */
async function inviteByLink(page: Page, show: string | null): Promise<string> {
  const section = page.getByRole("region", { name: "Invitations" });
  if (show) {
    await section.getByLabel("Shows", { exact: true }).selectOption("Only some of them");
    await section.getByRole("checkbox", { name: show }).check();
  }
  await section.getByRole("button", { name: "Make the link" }).click();
  const link = await section.getByRole("status").locator("code").textContent();
  await expect(section.getByRole("listitem")).toContainText("Whoever holds the link");
  return link ?? "";
}
