import { type Browser, chromium, expect, type Page, test } from "@playwright/test";
import { chromiumLaunch } from "@/tests/support/chromium";
import { type Server, startServer } from "@/tests/support/house";

// A name that is not this machine's own, so that the browser does not trust the page as it trusts localhost.
const name = "pod.home";

let house: Server;
let browser: Browser;

test.beforeAll(async () => {
  house = await startServer((port) => ({ APP_URL: `http://${name}:${port}` }));
  const launch = chromiumLaunch();
  const resolve = `--host-resolver-rules=MAP ${name} 127.0.0.1`;
  browser = await chromium.launch({ ...launch, args: [...(launch.args ?? []), resolve] });
});

test.afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

test("a house on plain http warns at its start, and is set up, signed in to and left there all the same", async () => {
  const page = await (await browser.newContext({ baseURL: house.settings.APP_URL })).newPage();
  expect(await house.log()).toContain("Passwords cross the network unprotected");
  const [link = ""] = /http:\S+\/setup\?token=\S+/.exec(await house.log()) ?? [];
  await page.goto(link);
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  await page.getByLabel("Email").fill("mara@example.org");
  await page.getByLabel("Password", { exact: true }).fill("a lamp by the window");
  await page.getByRole("button", { name: "Open the house" }).click();
  await expect(page).toHaveURL(/\/admin$/);
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name.includes("session"));
  expect(cookie).toMatchObject({ name: "longwave.session", secure: false, httpOnly: true, sameSite: "Lax" });
  await page.goto("/studio/new");
  await expect(page.getByRole("heading", { name: "New show" })).toBeVisible();
  await copyToken(page);
  await openTabs(page);
  await page.context().close();
});

/** There is no `navigator.clipboard` here; what was copied is what can be pasted. */
async function copyToken(page: Page): Promise<void> {
  await page.goto("/studio/tokens");
  await page.getByLabel("What it is for").fill("Laptop");
  await page.getByRole("button", { name: "Create token" }).click();
  const secret = await page.getByRole("status").locator("code").textContent();
  await page.getByRole("button", { name: "Copy token" }).click();
  await expect(page.getByRole("button", { name: "Copy token" })).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: /^Copied$/ })).toBeAttached();
  await page.getByLabel("What it is for").fill("");
  await page.getByLabel("What it is for").press("Control+v");
  await expect(page.getByLabel("What it is for")).toHaveValue(secret ?? "");
}

/** A browser has six connections to a house: tabs that each kept one for news would leave none for the seventh. */
async function openTabs(first: Page): Promise<void> {
  const news = (url: string) => url.includes("/api/studio/live?");
  const line = first.waitForResponse((answer) => news(answer.url()));
  await first.goto("/studio");
  await line;
  const listening = new Set<Page>();
  first.context().on("request", (request) => news(request.url()) && listening.add(request.frame().page()));
  for (let tab = 2; tab <= 8; tab++) {
    const page = await first.context().newPage();
    await page.goto("/studio");
    await expect(page.getByRole("link", { name: "New show" })).toBeVisible();
  }
  expect(listening.size).toBeLessThan(3);
}
