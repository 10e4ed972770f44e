import type { Page } from "@playwright/test";
import { picture } from "@/tests/support/pictures";
import { inDatabase } from "./colleague";
import { expect, test } from "./fixtures";
import { expectFlawless } from "./flawless";
import { mouse } from "./hand";
import { copied } from "./journey";
import { signUp } from "./newcomer";
import { enter, newPodcaster } from "./podcaster";

test.use({ viewport: { width: 390, height: 844 } });

test("somebody new makes a show with artwork, and a token that opens it to their programs", async ({ page, house }) => {
  await signUp(page);
  await expect(page.getByRole("heading", { name: "Your first show starts here." })).toBeVisible();
  await expectFlawless(page);
  await page.getByRole("link", { name: "New show" }).click();
  await makeShow(page, "Night Train");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Night Train");
  await expectFlawless(page);

  await page.getByRole("link", { name: "Shows" }).first().click();
  const row = page.getByRole("listitem").filter({ hasText: "Night Train" });
  await expect(row).toContainText("Not complete yet");
  await expect(row.locator("img")).toHaveJSProperty("complete", true);
  await expect(row.locator("img")).not.toHaveJSProperty("naturalWidth", 0);
  await expectFlawless(page);

  const secret = await makeToken(page, "Laptop");
  await expectFlawless(page);
  const shows = () => fetch(`${house.url}/api/v1/shows`, { headers: { authorization: `Bearer ${secret}` } });
  expect(await (await shows()).json()).toMatchObject({ items: [{ title: "Night Train" }] });
  await revoke(page, "Laptop");
  expect((await shows()).status).toBe(401);
});

test("a list that is on its way keeps its room, and the page is there before it", async ({ page, house }) => {
  await enter(page, await newPodcaster(house));
  await inDatabase(house, async (client) => {
    await client.query(`BEGIN; LOCK TABLE "ApiToken" IN ACCESS EXCLUSIVE MODE`);
    await page.getByRole("link", { name: "Tokens" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tokens");
    // No longer than this: whoever else comes with a token has to wait as well.
    await expect(page.getByText("The tokens are on their way.")).toBeAttached();
  });
  await expect(page.getByRole("list", { name: "Your tokens" })).toBeVisible();
  await expect(page.getByText("The tokens are on their way.")).toHaveCount(0);
});

test("a show is described, and its page is there with an address to copy", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signUp(page);
  await page.goto("/studio/new");
  await makeShow(page, "The Other Train");
  await page.getByLabel("Description").fill("Stories told on the other train.");
  await page.getByRole("button", { name: "Save description" }).click();
  const feed = await copied(page, mouse, page.getByRole("button", { name: "Copy feed address" }));
  expect((await page.request.get(feed)).status()).toBe(200);
  await page.getByRole("link", { name: "Open page" }).click();
  await expect(page.getByText("Stories told on the other train.")).toBeVisible();
});

test.describe("a picture that is none", () => {
  test.use({ expectedErrors: [/status of 422/] });

  test("is refused beside its field, and the show is made once, as the form says in the end", async ({ page }) => {
    await signUp(page);
    await page.goto("/studio/new");
    await fillIn(page, "Twice");
    const words = { name: "cover.png", mimeType: "image/png", buffer: Buffer.from("no picture") };
    await page.getByLabel("Artwork").setInputFiles(words);
    await page.getByRole("button", { name: "Create show" }).click();
    await expect(page.getByLabel("Artwork")).toHaveAccessibleDescription(/not a picture that Longwave takes/);
    await expect(page.getByLabel("Title")).toHaveValue("Twice");
    await page.getByLabel("Title").fill("Once");
    await page.getByLabel("Language").selectOption("French");
    await page.getByLabel("Artwork").setInputFiles(await cover());
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page).toHaveURL(/\/studio\/twice/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Once");
    await page.goto("/studio");
    await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);
    await expect(page.getByRole("main").getByRole("listitem")).toContainText("Once");
  });
});

test.describe("what is somebody else's", () => {
  test.use({ expectedErrors: [/status of 404/] });

  test("is not there in the studio", async ({ page, house, demo }) => {
    const studio = new URL(demo.studio).pathname;
    await page.goto(studio);
    await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(studio)}`);
    await enter(page, await newPodcaster(house));
    expect((await page.goto(studio))?.status()).toBe(404);
  });
});

async function makeShow(page: Page, title: string): Promise<void> {
  await fillIn(page, title);
  await page.getByLabel("Artwork").setInputFiles(await cover());
  const preview = page.getByRole("complementary", { name: "Preview" });
  await expect(preview.getByText(title).first()).toBeVisible();
  await expect(preview.locator("img").first()).toBeVisible();
  await expectFlawless(page);
  await page.getByRole("button", { name: "Create show" }).click();
  await expect(page).toHaveURL(/\/studio\/(?!new$)[a-z0-9-]+$/);
}

async function fillIn(page: Page, title: string): Promise<void> {
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Language").selectOption("German");
  await page.getByLabel("Category").selectOption("Books");
}

async function makeToken(page: Page, name: string): Promise<string> {
  await page.getByRole("link", { name: "Tokens" }).click();
  await page.getByLabel("What it is for").fill(name);
  await page.getByRole("button", { name: "Create token" }).click();
  const secret = await page.getByRole("status").locator("code").textContent();
  await expect(page.getByRole("list", { name: "Your tokens" })).toContainText("never used");
  await page.reload();
  await expect(page.getByRole("main")).not.toContainText(secret ?? "");
  return secret ?? "";
}

async function revoke(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: `Revoke ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke token" }).click();
  await expect(page.getByRole("heading", { name: "No tokens yet." })).toBeVisible();
  await expect(page.getByRole("region", { name: "Tokens" })).toBeFocused();
}

const cover = async () => ({ name: "cover.png", mimeType: "image/png", buffer: await picture() });
