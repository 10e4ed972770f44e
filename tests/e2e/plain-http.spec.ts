import { writeFile } from "node:fs/promises";
import { type Browser, type BrowserContext, chromium, expect, type Page, test } from "@playwright/test";
import { chromiumLaunch } from "@/tests/support/chromium";
import { type Server, startServer } from "@/tests/support/house";
import { mpegFrames } from "@/tests/support/synthetic-audio";
import { ask } from "./ask";
import { elsewhere } from "./awake";
import { mouse } from "./hand";
import {
  beginEpisode,
  createShow,
  describeShow,
  expectPlaysAndSeeks,
  fillInShow,
  fillInSigner,
  type Newcomer,
  newcomer,
  panel,
  publishNow,
  sendAudio,
  writeEpisode,
} from "./journey";

// A name that is not this machine's own, so that the browser does not trust the page as it trusts localhost.
const name = "pod.home";
const FRAMES = 22_000; // 9 MB: two parts

let house: Server;
let browser: Browser;

test.describe.configure({ mode: "serial", timeout: 240_000 });

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

test("a house on plain http warns at its start, and is set up and left all the same", async () => {
  const page = await visitor();
  expect(await house.log()).toContain("Passwords cross the network unprotected");
  const [link = ""] = /http:\S+\/setup\?token=\S+/.exec(await house.log()) ?? [];
  await page.goto(link);
  expect(await page.evaluate(whatIsMissing)).toEqual({ trusted: false, digest: true, clipboard: true, locks: true });
  await fillInSigner(page, mouse, { email: "mara@example.org", password: "a lamp by the window" });
  await page.getByLabel("Who may make an account?").selectOption("Everybody");
  await page.getByRole("button", { name: "Open the house" }).click();
  await expect(page).toHaveURL(/\/admin$/);
  await copyToken(page);
  await openTabs(page);
  await leave(page);
  await page.context().close();
});

test("on plain http an account is made, left and entered again, and an episode goes on the air", async () => {
  const page = await visitor();
  const file = test.info().outputPath("plain.mp3");
  await writeFile(file, mpegFrames(FRAMES));
  const person = newcomer();
  await page.goto("/sign-up");
  await fillInSigner(page, mouse, person);
  await page.getByRole("button", { name: "Make an account" }).click();
  await expect(page).toHaveURL(/\/studio$/);
  await leave(page);
  await signIn(page, person);
  await expectPlainCookies(page.context());

  await fillInShow(page, mouse, "Without a Lock");
  await createShow(page, mouse);
  await describeShow(page, mouse, "Told at home.");
  const show = new URL(page.url()).pathname.replace("/studio", "");
  await beginEpisode(page, mouse);
  await sendAudio(page, mouse, file);
  await writeEpisode(page, mouse, { title: "In the open", notes: "Everybody on this network may hear it." });
  await publishNow(page, mouse);
  const feed = await askHouse(`${show}/feed.xml`);
  expect(feed).toContain("<title>In the open</title>");
  expect(feed).toContain(`length="${FRAMES * 417}"`);
  await panel(page).getByRole("link", { name: "Open page" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("In the open");
  await expectPlaysAndSeeks(page, mouse);

  await page.goto("/studio");
  await leave(page);
  await page.context().close();
});

async function visitor(): Promise<Page> {
  return elsewhere(browser, { url: house.settings.APP_URL ?? "" });
}

const whatIsMissing = () => ({
  trusted: window.isSecureContext,
  digest: crypto.subtle === undefined,
  clipboard: navigator.clipboard === undefined,
  locks: navigator.locks === undefined,
});

async function signIn(page: Page, person: Newcomer): Promise<void> {
  await page.goto("/sign-in");
  await fillInSigner(page, mouse, person);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/studio$/);
}

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

/** Signed out by the account's menu: the studio is shut, and the cookie is gone. */
async function leave(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(await sessionCookies(page.context())).toEqual([]);
  await page.goto("/studio");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
}

async function expectPlainCookies(context: BrowserContext): Promise<void> {
  const plain = { name: "longwave.session", secure: false, httpOnly: true, sameSite: "Lax" };
  expect(await sessionCookies(context)).toEqual([expect.objectContaining(plain)]);
  for (const { name, secure } of await context.cookies())
    expect([name, secure, name.startsWith("__")]).toEqual([name, false, false]);
}

const sessionCookies = async (context: BrowserContext) =>
  (await context.cookies()).filter(({ name, value }) => name.includes("session") && value !== "");

/** As a program would that finds the house by its name. */
async function askHouse(path: string): Promise<string> {
  const { host } = new URL(house.settings.APP_URL ?? "");
  return (await ask(`${house.url}${path}`, { headers: { host } })).body.toString();
}
