// `npm run screenshots`: every screen of a house with the demo in it, at both widths and in both themes, into screenshots/.
import { mkdir } from "node:fs/promises";
import { type Browser, chromium, type Page } from "playwright";
import { chromiumLaunch } from "@/tests/support/chromium";
import { type Demo, startHouse } from "@/tests/support/house";

const folder = "screenshots";
const widths = [390, 1280];
const themes = ["light", "dark"] as const;

type Look = { width: number; theme: (typeof themes)[number] };
type Screens = Record<string, string>;

const house = await startHouse({});
const browser = await chromium.launch(chromiumLaunch());
try {
  await mkdir(folder, { recursive: true });
  for (const width of widths) for (const theme of themes) await take(browser, { width, theme });
} finally {
  await browser.close();
  await house.stop();
}

async function take(browser: Browser, look: Look): Promise<void> {
  await visit(browser, look, atTheDoor(house.demo), null);
  await visit(browser, look, inTheStudio(house.demo), house.demo);
}

function atTheDoor({ page, episodes }: Demo): Screens {
  return {
    front: "/",
    show: page,
    episode: episodes[0]?.page ?? page,
    "not-found": "/nothing-is-here",
    "sign-in": "/sign-in",
    "sign-up": "/sign-up",
    forgot: "/forgot",
    reset: "/reset?token=an-example",
    verify: "/verify?email=mara@example.com",
    "verify-link": "/verify?token=an-example",
    "set-up": "/setup?token=an-example",
  };
}

function inTheStudio({ page }: Demo): Screens {
  return {
    studio: "/studio",
    "studio-show": `/studio${new URL(page).pathname}`,
    "studio-new": "/studio/new",
    "studio-tokens": "/studio/tokens",
  };
}

/** `as` is who signs in first; null is a stranger. */
async function visit(browser: Browser, { width, theme }: Look, screens: Screens, as: Demo | null): Promise<void> {
  const context = await browser.newContext({
    baseURL: house.url,
    viewport: { width, height: 844 },
    colorScheme: theme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  if (as) await signIn(page, as);
  for (const [name, address] of Object.entries(screens)) {
    await page.goto(address, { waitUntil: "networkidle" });
    await page.screenshot({ path: `${folder}/${name}-${width}-${theme}.png`, fullPage: true });
  }
  await context.close();
}

async function signIn(page: Page, { email, password }: Demo): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("/studio");
}
