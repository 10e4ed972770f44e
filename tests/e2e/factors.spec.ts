import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { TOTP } from "otpauth";
import type { House } from "@/tests/support/house";
import { elsewhere } from "./awake";
import { expect, test } from "./fixtures";
import { expectFlawless, expectFlawlessInBothThemes } from "./flawless";
import { enter, giveName, operate, type Signer } from "./podcaster";

const account = "/studio/account";
test("a second step is turned on by keyboard and asked for from then on; a recovery code does it once", async ({
  page,
  house,
  browser,
}) => {
  const person = await newPerson(house);
  await enter(page, person);
  const { app, codes } = await turnOnSecondStep(page);
  const [recovery = ""] = codes;
  expect(codes).toHaveLength(10);
  await page.reload();
  await expect(page.getByText("10 of 10 left")).toBeVisible();
  await expect(page.getByText(recovery)).toBeHidden();

  const phone = await elsewhere(browser, house);
  await giveName(phone, person);
  await expect(phone).toHaveURL("/sign-in/code");
  await phone.getByLabel("Code").fill("wrong");
  await phone.getByRole("button", { name: "Sign in" }).click();
  await expect(phone.getByLabel("Code")).toHaveAccessibleDescription(/Does not fit/);
  await expectFlawless(phone);
  await phone.goto("/studio");
  await expect(phone).toHaveURL(/\/sign-in\?/);
  await phone.goto("/sign-in/code");
  // The step in which it was turned on is taken; the next one is good already.
  await phone.getByLabel("Code").fill(app.generate({ timestamp: Date.now() + 30_000 }));
  await phone.getByLabel("Code").press("Enter");
  await expect(phone).toHaveURL("/studio");
  await phone.context().clearCookies();
  await giveName(phone, person);
  await phone.getByLabel("Code").fill(recovery);
  await phone.getByLabel("Code").press("Enter");
  await expect(phone).toHaveURL("/studio");
  await phone.context().close();

  await page.reload();
  await expect(page.getByText("9 of 10 left")).toBeVisible();
  await page.getByRole("button", { name: "Turn off" }).click();
  await page.getByRole("dialog").getByLabel("Your password").fill(person.password);
  await page.getByRole("dialog").getByRole("button", { name: "Turn it off" }).click();
  await expect(page.getByRole("button", { name: "Set it up" })).toBeVisible();
});

test("next-auth's own endpoint does not lead past the second step", async ({ page, house, playwright, baseURL }) => {
  const person = await newPerson(house);
  await enter(page, person);
  await turnOnSecondStep(page);
  const asker = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { origin: String(baseURL) } });
  const { csrfToken } = await (await asker.get("/api/auth/csrf")).json();
  const answer = await asker.post("/api/auth/callback/credentials", { form: { ...person, csrfToken, json: "true" } });
  expect(answer.status()).toBe(409);
  expect(await (await asker.get("/api/auth/session")).json()).toEqual({});
  expect((await asker.get("/studio", { maxRedirects: 0 })).status()).toBe(307);
  await asker.dispose();
});

test("a passkey is added, signs in without a password, and opens nothing once it is removed", async ({
  page,
  house,
}) => {
  await withAuthenticator(page);
  await enter(page, await newPerson(house));
  await page.goto(`${account}/passkeys`);
  await page.getByLabel("Its name").fill("Laptop");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByRole("status").filter({ hasText: "“Laptop” is added." })).toBeVisible();
  await expect(page.getByRole("list", { name: "Your passkeys" })).toContainText("never used");
  await expectFlawless(page);

  await page.context().clearCookies();
  await byPasskey(page);
  await expect(page).toHaveURL(`${account}/passkeys`);
  await expect(page.getByRole("list", { name: "Your passkeys" })).toContainText("last used");
  await page.getByRole("button", { name: "Remove Laptop" }).click();
  await page.getByRole("button", { name: "Remove passkey" }).click();
  await expect(page.getByText("None yet.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Passkeys" })).toBeFocused();
  await page.context().clearCookies();
  await byPasskey(page);
  await expect(page.getByText("This passkey opens no account here.")).toBeVisible();
});

test("signing out everywhere from one browser ends the other at once", async ({ page, house, browser }) => {
  const person = await newPerson(house);
  await enter(page, person);
  const phone = await elsewhere(browser, house);
  await enter(phone, person);
  await page.goto(`${account}/sessions`);
  await expect(page.getByRole("list", { name: "Your sessions" }).getByRole("listitem")).toHaveCount(2);
  await expect(page.getByRole("listitem").filter({ hasText: "This one" })).toContainText("Chrome on Linux");
  await page.getByRole("button", { name: "Sign out everywhere" }).press("Enter");
  await expect(page).toHaveURL("/sign-in");
  await phone.goto(account);
  await expect(phone).toHaveURL(/\/sign-in\?next=/);
  await phone.context().close();
});

test("name and zone are kept, a new password signs out other browsers, and a closed account says so", async ({
  page,
  house,
}) => {
  const person = await newPerson(house);
  await enter(page, person);
  await page.goto(account);
  await page.getByLabel("Name").fill("Mara Lind");
  await page.getByLabel("Time zone").selectOption("Europe/Berlin");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Berlin");
  await page.goto(`${account}/password`);
  await page.getByLabel("Present password").fill(person.password);
  await page.getByLabel("New password").fill("amber lantern quiet tide");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("Changed. Other browsers are signed out.")).toBeVisible();
  await page.goto(`${account}/close`);
  await page.getByLabel("Your password").fill("amber lantern quiet tide");
  await page.getByRole("button", { name: "Close my account" }).click();
  await expect(page.getByRole("heading", { name: "Goodbye." })).toBeVisible();
  await giveName(page, { ...person, password: "amber lantern quiet tide" });
  await expect(page.locator("form").getByRole("alert")).toContainText("This account is closed.");
});

test("whoever is suspended sees one page, which says why", async ({ page, house }) => {
  const person = await newPerson(house);
  await operate(house, ["user", "suspend", "--email", person.email, "--reason", "Somebody else's music."]);
  await enter(page, person, "/suspended");
  await expect(page.getByText("Somebody else's music.")).toBeVisible();
  await expectFlawless(page);
  await page.goto("/studio");
  await expect(page).toHaveURL("/suspended");
});

async function newPerson(house: House): Promise<Signer> {
  const person = { email: `${randomBytes(6).toString("hex")}@example.org`, password: "violet kettle river moss" };
  await operate(house, ["user", "create", "--email", person.email, "--password", person.password]);
  return person;
}

async function turnOnSecondStep(page: Page): Promise<{ app: TOTP; codes: string[] }> {
  await page.goto(`${account}/second-step`);
  await page.getByRole("button", { name: "Set it up" }).press("Enter");
  await expect(page.getByRole("img", { name: "QR code" })).toBeVisible();
  await expectFlawlessInBothThemes(page);
  const secret = ((await page.locator("code").textContent()) ?? "").replace(/\s/g, "");
  const app = new TOTP({ secret });
  await page.getByLabel("The six digits").fill(app.generate());
  await page.getByLabel("The six digits").press("Enter");
  const shown = page.getByRole("status").filter({ hasText: "Keep these recovery codes" });
  await expect(shown).toBeFocused();
  return { app, codes: await shown.getByRole("listitem").allTextContents() };
}

/** A device that asks for its owner and always finds them. */
async function withAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function byPasskey(page: Page): Promise<void> {
  await page.goto(`/sign-in?next=${account}/passkeys`);
  await page.getByRole("button", { name: "Continue with a passkey" }).click();
}
