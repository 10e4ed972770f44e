import { randomBytes } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { TOTP } from "otpauth";
import pg from "pg";
import { reachPostgres } from "@/lib/platform/embedded/reach";
import { allRows } from "@/tests/support/all-rows";
import { type Server, startServer } from "@/tests/support/house";
import { catchMail, type MailCatcher } from "@/tests/support/mail-catcher";
import { wakePages } from "./awake";

// One house of its own, from its first start to its last line of log: what is set for all would be in others' way.
test.describe.configure({ mode: "serial", timeout: 300_000 });

/** Where the browser says that it is; a proxy on this machine is believed. */
const ADDRESS = "203.0.113.77";

const admin = { email: "ada@example.org", password: word() };
const mara = { email: "mara@example.org", password: word() };
const secrets: Record<string, string> = { "the admin's password": admin.password, "a password": mara.password };

let mail: MailCatcher;
let house: Server;

test.beforeAll(async () => {
  mail = await catchMail();
  house = await startServer(() => ({ SMTP_URL: mail.url, TRUSTED_PROXIES: "127.0.0.1,::1", LOG_LEVEL: "trace" }));
});
test.afterAll(async () => {
  await house?.stop();
  await mail?.close();
});

test("the first admin sets the house up, and sees that mail arrives", async ({ browser }) => {
  const page = await visitor(browser);
  const [link = ""] = /http:\S+\/setup\?token=\S+/.exec(await house.log()) ?? [];
  secrets["the set-up link"] = tokenIn(link);
  await page.goto(link);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByLabel("Name of the house").fill("Harbour Radio");
  await page.getByLabel("Who may make an account?").selectOption("Everybody");
  await expect(page.getByLabel("Show me next whether mail arrives")).toBeChecked();
  await fillIn(page, admin);
  await page.getByRole("button", { name: "Open the house" }).click();
  await expect(page).toHaveURL(/\/admin\/house#mail$/);
  await page.getByRole("button", { name: "Send a test to ada@example.org" }).click();
  await expect(page.getByText(/ took it\. Look whether it arrives\./)).toBeVisible();
  expect(await mail.mailTo(admin.email, /A test of the mail/)).toMatchObject({
    from: { value: [{ name: "Harbour Radio" }] },
  });
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link opens nothing.");
  await page.context().close();
});

test("somebody signs up, confirms the address by mail, forgets the password, and turns on a second step", async ({
  browser,
}) => {
  const page = await visitor(browser);
  await page.goto("/sign-up");
  await fillIn(page, mara);
  await page.getByRole("button", { name: "Make an account" }).click();
  const { subject = "", text = "" } = await mail.mailTo(mara.email, / is your code for Harbour Radio$/);
  secrets["the link that confirms"] = tokenIn(text);
  await page.getByLabel("Code").fill(subject.slice(0, 6));
  await page.getByRole("button", { name: "Verify and sign in" }).click();
  await expect(page).toHaveURL(/\/studio$/);

  // Whatever name the request says it came by, what is mailed leads to the house.
  const other = await visitor(browser, { "x-forwarded-host": "evil.example" });
  await other.goto("/forgot");
  await other.getByLabel("Email").fill(mara.email);
  await other.getByRole("button", { name: "Send the link" }).click();
  const reset = linkIn((await mail.mailTo(mara.email, /new password/i)).text ?? "");
  expect(new URL(reset).origin).toBe(house.url);
  secrets["the link for a new password"] = tokenIn(reset);
  mara.password = word();
  secrets["the new password"] = mara.password;
  await other.goto(reset);
  await other.getByLabel("Password", { exact: true }).fill(mara.password);
  await other.getByRole("button", { name: "Set the password" }).click();
  await expect(other).toHaveURL(/\/sign-in\?reset=done$/);
  await other.context().close();

  await signIn(page, mara);
  await page.goto("/studio/account/second-step");
  await page.getByRole("button", { name: "Set it up" }).click();
  const secret = ((await page.locator("code").textContent()) ?? "").replace(/\s/g, "");
  secrets["the secret of the app"] = secret;
  await page.getByLabel("The six digits").fill(new TOTP({ secret }).generate());
  await page.getByLabel("The six digits").press("Enter");
  const shown = page.getByRole("status").filter({ hasText: "Keep these recovery codes" });
  await expect(shown).toBeVisible();
  const [code = ""] = await shown.getByRole("listitem").allTextContents();
  secrets["a recovery code"] = code.trim();

  await page.goto("/studio/tokens");
  await page.getByLabel("What it is for").fill("Laptop");
  await page.getByRole("button", { name: "Create token" }).click();
  secrets["a token"] = (await page.getByRole("status").locator("code").textContent()) ?? "";
  const headers = { authorization: `Bearer ${secrets["a token"]}`, "x-forwarded-for": ADDRESS };
  expect((await fetch(`${house.url}/api/v1/shows`, { headers })).status).toBe(200);
  secrets["the cookie of a session"] =
    (await page.context().cookies()).find(({ name }) => /session/.test(name))?.value ?? "";
  await page.context().close();
});

test("a guest hears a draft by a link, and an address is changed by one", async ({ browser }) => {
  const page = await visitor(browser);
  await signIn(page, admin);
  await page.goto("/studio/new");
  await page.getByLabel("Title").fill("Harbour Lights");
  await page.getByLabel("Category").selectOption("Books");
  await page.getByRole("button", { name: "Create show" }).click();
  await expect(page).toHaveURL(/\/studio\/harbour-lights$/);
  await page.getByRole("button", { name: "New episode" }).first().click();
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = (await page.getByRole("status").locator("code").textContent()) ?? "";
  secrets["the link of a guest"] = link.split("/").at(-1) ?? "";
  const guest = await visitor(browser);
  await guest.goto(link);
  await expect(guest.getByText("Harbour Lights").first()).toBeVisible();
  await guest.context().close();

  await page.goto("/studio/account");
  await page.getByLabel("New address").fill("ada@harbour.example");
  await page.getByLabel("Present password").fill(admin.password);
  await page.getByRole("button", { name: "Change the address" }).click();
  const confirmation = linkIn((await mail.mailTo("ada@harbour.example", /^Your new address/)).text ?? "");
  secrets["the link for a new address"] = tokenIn(confirmation);
  await page.goto(confirmation);
  await page.getByRole("button", { name: "Take this address" }).click();
  await expect(page.getByText("Your account has moved to ada@harbour.example.")).toBeVisible();
  admin.email = "ada@harbour.example";
  await page.context().close();
});

test("a house admin closes the sign-up, opens it to the invited, and somebody comes by a link", async ({ browser }) => {
  const page = await visitor(browser);
  await signIn(page, admin);
  const stranger = await visitor(browser);
  await chooseMode(page, "Closed");
  await stranger.goto("/sign-up");
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Sign-up is closed.");
  await expect(stranger.getByLabel("Password")).toHaveCount(0);
  await stranger.goto("/");
  await expect(stranger.getByRole("link", { name: "Make an account" })).toHaveCount(0);
  await chooseMode(page, "By invitation");
  await stranger.goto("/sign-up");
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("By invitation.");

  await page.goto("/admin/invitations");
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = (await page.getByRole("status").locator("code").textContent()) ?? "";
  secrets["the link of an invitation"] = tokenIn(link);
  const guest = { email: "guest@example.org", password: word() };
  secrets["the guest's password"] = guest.password;
  await stranger.goto(link);
  await fillIn(stranger, guest);
  await stranger.getByRole("button", { name: "Make an account" }).click();
  await expect(stranger).toHaveURL(/\/(studio|verify)/);
  await stranger.context().close();
  await page.context().close();
});

test("an announcement that somebody put away stays away, and the next one is shown again", async ({ browser }) => {
  const page = await visitor(browser);
  await signIn(page, admin);
  const banner = page.getByRole("region", { name: "Announcement" });
  await announce(page, "We move on Sunday.");
  await page.goto("/studio");
  await expect(banner).toContainText("We move on Sunday.");
  await banner.getByRole("button", { name: "Put the announcement away" }).press("Enter");
  await expect(banner).toHaveCount(0);
  await expect.poll(async () => (await page.context().cookies()).map(({ name }) => name)).toContain("announcement");
  await page.goto("/studio");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(banner).toHaveCount(0);
  await announce(page, "We have moved.");
  await page.goto("/studio");
  await expect(banner).toContainText("We have moved.");
  await page.context().close();
});

test("whoever asks too often is told so beside the form, and when to try again", async ({ browser }) => {
  const page = await visitor(browser);
  const email = "often@example.org";
  const askForLink = async () => {
    await page.goto("/forgot");
    await page.getByLabel("Email").fill(email);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === "POST"),
      page.getByRole("button", { name: "Send the link" }).click(),
    ]);
    return answer;
  };
  for (let time = 1; time <= 5; time += 1) expect((await askForLink()).status()).toBe(200);
  const answer = await askForLink();
  expect(answer.request().headers()).toHaveProperty("next-action");
  expect(answer.status()).toBe(429);
  expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(3000);
  await expect(page.locator("form").getByRole("alert")).toHaveText(
    /^That was tried too often\. Try again in \d+ minutes\.$/,
  );
  await expect(page.getByLabel("Email")).toHaveValue(email);
  await page.context().close();
});

for (const { address, table, title, coming, filled } of [
  {
    ...{ address: "/admin/outbox", table: "OutboxMail", title: "Outbox" },
    ...{ coming: "The mail is on its way.", filled: "No mail here." },
  },
  {
    ...{ address: "/studio/tokens", table: "ApiToken", title: "Tokens" },
    ...{ coming: "The tokens are on their way.", filled: "No tokens yet." },
  },
])
  test(`${address} keeps the room of its list, says so when it cannot be made, and is made once it can be`, async ({
    browser,
  }) => {
    const page = await visitor(browser);
    await signIn(page, admin);
    const client = new pg.Client((await reachPostgres(house.settings.LONGWAVE_DATA_DIR ?? "")).url);
    await client.connect();
    await client.query(`BEGIN; LOCK TABLE "${table}" IN ACCESS EXCLUSIVE MODE`);
    await page.evaluate((to) => location.assign(to), address); // page.goto would wait for all of it
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText(title);
    await expect(page.getByText(coming)).toBeVisible();
    await client.query(`ALTER TABLE "${table}" RENAME TO "Aside"; COMMIT`);
    await expect(heading).toHaveText("This page could not be made.");
    await expect(page.getByRole("navigation").getByRole("link").first()).toBeVisible();
    await client.query(`ALTER TABLE "Aside" RENAME TO "${table}"`);
    await client.end();
    await page.getByRole("button", { name: "Try again" }).press("Enter");
    await expect(heading).toHaveText(title);
    await expect(page.getByText(filled)).toBeVisible();
    await page.context().close();
  });

test("after all of it no secret and no address of a visitor is in the log or in any table", async () => {
  for (const [name, secret] of Object.entries(secrets)) expect(secret.length, name).toBeGreaterThan(8);
  const { url } = await reachPostgres(house.settings.LONGWAVE_DATA_DIR ?? "");
  const rows = await allRows(url);
  expect(rows.filter(({ text }) => text.includes(mara.email)).length).toBeGreaterThan(0);
  const log = (await house.log()).replaceAll(/Set it up at \S+/g, ""); // said once, on the terminal, to whoever started it
  expect(log).toContain("/studio/tokens");
  for (const [name, secret] of [...Object.entries(secrets), ["an address", ADDRESS] as const]) {
    expect(log.includes(secret), `${name} in the log`).toBe(false);
    const tables = rows.filter(({ text }) => text.includes(secret)).map(({ table }) => table);
    expect(tables, `${name} in the database`).toEqual([]);
  }
});

function word(): string {
  return randomBytes(12).toString("hex");
}

async function visitor(browser: Browser, headers: Record<string, string> = {}): Promise<Page> {
  const extraHTTPHeaders = { "x-forwarded-for": ADDRESS, ...headers };
  const context = await browser.newContext({ baseURL: house.url, extraHTTPHeaders });
  wakePages(context);
  return context.newPage();
}

async function fillIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
}

async function signIn(page: Page, person: { email: string; password: string }): Promise<void> {
  await page.goto("/sign-in");
  await fillIn(page, person);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/studio$/);
}

async function chooseMode(page: Page, name: string): Promise<void> {
  await page.goto("/admin/house");
  const form = page.locator("form").filter({ has: page.getByRole("radio", { name }) });
  await form.getByRole("radio", { name }).check();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Saved.")).toBeVisible();
}

async function announce(page: Page, text: string): Promise<void> {
  await page.goto("/admin/house");
  await page.getByRole("textbox", { name: /^(Announcement|Another instead)$/ }).fill(text);
  await page.getByRole("button", { name: "Announce" }).click();
  await expect(page.getByText("It stands in every studio.")).toBeVisible();
}

const linkIn = (text: string): string => /http\S+token=[\w-]+/.exec(text)?.[0] ?? "";
const tokenIn = (text: string): string => /token=([\w-]+)/.exec(text)?.[1] ?? "";
