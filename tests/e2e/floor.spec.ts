import { randomBytes } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./fixtures";
import { enter } from "./podcaster";

const ours = (baseURL: string | undefined) => ({ origin: String(baseURL) });

test("the session's cookie is out of reach of scripts, and dead on the next request once its user is signed out", async ({
  page,
  context,
  demo,
}) => {
  await enter(page, demo);
  const [cookie] = (await context.cookies()).filter(({ name }) => name === "longwave.session");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect(await page.evaluate(() => document.cookie)).not.toContain("longwave.session");
  await page.request.post("/api/auth/signout", {
    headers: ours(new URL(page.url()).origin),
    form: { csrfToken: await csrfToken(page.request) },
  });
  await context.addCookies([{ ...cookie, name: "longwave.session", value: cookie?.value ?? "" }]);
  await page.goto("/studio");
  await expect(page).toHaveURL("/sign-in?next=%2Fstudio");
});

test("next-auth's own endpoint opens the same session, and too many wrong passwords there are a 429", async ({
  playwright,
  baseURL,
  demo,
}) => {
  const asker = await playwright.request.newContext({ baseURL, extraHTTPHeaders: ours(baseURL) });
  await trySignIn(asker, demo);
  expect(await (await asker.get("/api/auth/session")).json()).toMatchObject({ user: { email: demo.email } });
  expect((await asker.get("/studio", { maxRedirects: 0 })).status()).toBe(200);
  const stranger = { email: `${randomBytes(6).toString("hex")}@example.org`, password: "wrong" };
  let refused = await trySignIn(asker, stranger);
  // This machine may come by more than one address, with ten tries for each; sixty is the most for an address in all.
  for (let tries = 1; tries <= 60 && refused.status() === 401; tries += 1) refused = await trySignIn(asker, stranger);
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(600);
  await asker.dispose();
});

test("nothing of next-auth's that is not used answers", async ({ request }) => {
  for (const path of ["signin", "signout", "error", "verify-request", "callback/credentials"])
    expect((await request.get(`/api/auth/${path}`)).status(), path).toBe(404);
});

test.describe("a foreign script", () => {
  test.use({ expectedErrors: [/Content Security Policy/] });

  test("does not run without the page's nonce", async ({ page, demo }) => {
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ violatedDirective }) => {
        document.documentElement.dataset.refused = violatedDirective;
      });
    });
    await page.goto(demo.page);
    await page.evaluate(() => {
      const script = document.createElement("div");
      script.innerHTML = `<img src="/icon.svg" onload="document.title = 'taken over'">`;
      document.body.append(script);
    });
    await expect(page.locator("html")).toHaveAttribute("data-refused", /script-src/);
    await expect(page).not.toHaveTitle("taken over");
  });
});

test("every script of a page carries its nonce, where there is nothing, too", async ({ request, demo }) => {
  for (const path of ["/no-such-show", "/sign-in", demo.page]) {
    const answer = await request.get(path);
    const [, nonce = ""] = /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "") ?? [];
    const scripts = [...(await answer.text()).matchAll(/<script\b(?![^>]*ld\+json)[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
  }
});

async function trySignIn(asker: APIRequestContext, { email, password }: { email: string; password: string }) {
  const form = { email, password, json: "true", csrfToken: await csrfToken(asker) };
  return asker.post("/api/auth/callback/credentials", { form });
}

const csrfToken = async (asker: APIRequestContext): Promise<string> =>
  (await (await asker.get("/api/auth/csrf")).json()).csrfToken;
