import { expect, test } from "./fixtures";
import { beginShow, expectFlawless, signUp } from "./newcomer";

test.use({ viewport: { width: 390, height: 844 } });
test.describe.configure({ timeout: 90_000 });

test("a show's settings are saved section by section, and two who change the same are told", async ({
  page,
  context,
}) => {
  await signUp(page);
  const show = await beginShow(page, "Two Hands");
  await page.goto(`${show}/settings`);
  await expectFlawless(page);
  const other = await context.newPage();
  await other.goto(`${show}/settings`);
  await other.getByLabel("Title").fill("The Other Hand");
  await other.getByRole("button", { name: "Save general settings" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("The Other Hand");
  await page.getByLabel("Owner’s e-mail").fill("ada@example.org");
  await page.getByRole("button", { name: "Save owner" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.getByLabel("Title").fill("My Hand");
  await other.getByLabel("Title").fill("A Third Hand");
  await other.getByRole("button", { name: "Save general settings" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("A Third Hand");
  await page.getByRole("button", { name: "Save general settings" }).click();
  const notice = page.getByRole("alert").filter({ hasText: "saved this after you opened it" });
  await expect(notice).toContainText("A Third Hand");
  await expect(page.getByLabel("Title")).toHaveValue("My Hand");
  await expectFlawless(page);
  await notice.getByRole("button", { name: "Keep mine" }).click();
  await page.getByRole("button", { name: "Save general settings" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My Hand");
});

test("an address is copied where the browser has no clipboard to write to, and else it is said and marked", async ({
  page,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await signUp(page);
  await page.goto(`${await beginShow(page, "Carbon Copy")}/settings`);
  const field = page.getByRole("textbox", { name: "Feed address" });
  await page.getByRole("button", { name: "Copy feed address" }).click();
  await expect(page.getByRole("button", { name: "Copy feed address" })).toHaveText("Copied");
  await page.getByLabel("Title").fill("");
  await page.getByLabel("Title").press("ControlOrMeta+v");
  await expect(page.getByLabel("Title")).toHaveValue(await field.inputValue());
  await page.evaluate(() => {
    document.execCommand = () => false;
  });
  await page.getByRole("button", { name: "Copy feed address" }).click();
  await expect(
    page.getByRole("status").filter({ hasText: "Not copied: the browser does not allow it." }),
  ).toBeVisible();
  await expect(field).toBeFocused();
  await expectFlawless(page);
});

test("a show moves and is deleted only when it is typed, and comes back", async ({ page }) => {
  await signUp(page);
  const show = await beginShow(page, "Moving House");
  await page.goto(`${show}/settings`);
  await page.getByRole("textbox", { name: "Address", exact: true }).fill("moved-house");
  await page.getByRole("button", { name: /^Change address/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Change address" })).toBeDisabled();
  await dialog.getByLabel("Type the show’s name").fill("Moving House");
  await dialog.getByRole("button", { name: "Change address" }).click();
  await expect(page).toHaveURL("/studio/moved-house/settings#address");
  await expect(page.getByRole("region", { name: "Address" })).toContainText("/moving-house");
  // By keyboard: the news of the move may still lie over it.
  await page.getByRole("button", { name: /^Delete show/ }).press("Enter");
  await dialog.getByLabel("Type the show’s address").fill("moved-house");
  await expectFlawless(page);
  await dialog.getByRole("button", { name: "Delete show" }).click();
  await expect(page).toHaveURL("/studio");
  await page.getByRole("button", { name: "Bring back Moving House" }).click();
  await expect(page.getByRole("link", { name: /Moving House/ })).toBeVisible();
});
