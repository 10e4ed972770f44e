import type { APIRequestContext, APIResponse, Locator, Page } from "@playwright/test";
import { elsewhere } from "./awake";
import { expect, test } from "./fixtures";
import { enter, findAccount, newAdmin, newPodcaster, newShow } from "./podcaster";

// Acts are kept from the server while they are recorded, so that nothing but a replay can have done them.
test.use({ expectedErrors: [/net::ERR_FAILED|status of 40[34]/] });

const evil = "https://evil.example";
const elsewheres: Record<string, string>[] = [
  ...[{}, { origin: "null" }, { origin: evil }, { origin: evil, "x-forwarded-host": "evil.example" }],
];

type Recorded = { url: string; headers: Record<string, string>; data: Buffer };

test("an act that somebody else's browser sends again changes nothing: 404 to whoever may not, 403 from elsewhere", async ({
  page,
  house,
  browser,
  playwright,
}) => {
  const owner = await newPodcaster(house);
  const { slug } = await newShow(owner.api, "Mine alone");
  const { id } = await owner.api.post<{ id: string }>(`/shows/${slug}/episodes`, { title: "Fog" });
  const stranger = await elsewhere(browser, house);
  await enter(stranger, await newPodcaster(house));
  const nobody = await playwright.request.newContext();
  const origin = house.url;

  await enter(page, owner);
  const acts = [
    await record(page, `/studio/${slug}`, [button("More about Fog"), item("Delete")]),
    await record(page, `/studio/${slug}/episodes/${id}`, [button("Make a link")]),
    await record(page, `/studio/${slug}/episodes/${id}`, [button("Delete episode")]),
    await record(page, "/studio/tokens", [
      button(/^Revoke/),
      (on) => on.getByRole("dialog").getByRole("button", { name: "Revoke" }),
    ]),
  ];
  const before = await state();
  for (const act of acts) {
    expect((await send(stranger.request, act, { origin })).status()).toBe(404);
    expect(await refused(await send(nobody, act, { origin })), "nobody is signed in").toBe(true);
    for (const foreign of elsewheres) expect((await send(page.request, act, foreign)).status()).toBe(403);
  }
  expect(await state()).toEqual(before);
  // What was recorded is the act itself: from its owner's browser, and from our own page, it is done.
  expect((await send(page.request, acts[0] as Recorded, { origin })).status()).toBe(200);
  expect((await read()).status).toBe(404);
  await nobody.dispose();

  async function state() {
    const { shows } = await (await page.request.get(`/api/studio/commands?q=mine&in=${slug}`)).json();
    await page.goto(`/studio/${slug}/episodes/${id}`);
    return {
      shows,
      episode: await (await read()).json(),
      links: await page.getByRole("list", { name: "Links that work" }).count(),
    };
  }

  function read(): Promise<Response> {
    return fetch(`${house.url}/api/v1/episodes/${id}`, { headers: { authorization: `Bearer ${owner.token}` } });
  }
});

test("what a house admin does at the desk is nothing to anybody else, nor to one who was unmade", async ({
  page,
  house,
  browser,
}) => {
  const [victim, former] = [await newPodcaster(house), await newAdmin(house)];
  await enter(page, await newAdmin(house));
  await findAccount(page, victim.email);
  const account = new URL(page.url()).pathname;
  const suspension = await record(page, account, [
    button("Suspend"),
    async (on) => {
      await on.getByLabel("Reason").fill("No reason");
      return on.getByRole("button", { name: "Suspend account" });
    },
  ]);
  const theirs = await elsewhere(browser, house);
  await enter(theirs, former);
  expect((await theirs.goto("/admin"))?.status()).toBe(200);
  await findAccount(page, former.email);
  await page.getByRole("button", { name: "Make an ordinary account" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Make ordinary" }).click();
  await expect(page.getByRole("button", { name: "Make a house admin" })).toBeVisible();
  expect((await theirs.goto("/admin"))?.status()).toBe(404);
  expect((await theirs.request.get("/admin/audit/download")).status()).toBe(404);

  const stranger = await elsewhere(browser, house);
  await enter(stranger, victim);
  for (const { request } of [theirs, stranger])
    expect((await send(request, suspension, { origin: house.url })).status()).toBe(404);
  await page.goto(account);
  await expect(page.getByRole("button", { name: "Suspend" })).toBeVisible();
});

test("a sign-in by next-auth's own endpoint leads nowhere else", async ({ playwright, baseURL, demo }) => {
  const asker = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { origin: String(baseURL) } });
  const { csrfToken } = await (await asker.get("/api/auth/csrf")).json();
  for (const callbackUrl of ["https://evil.example/", "//evil.example", "/\\evil.example", "/%09/evil.example"]) {
    const form = { email: demo.email, password: demo.password, csrfToken, callbackUrl };
    const plain = await asker.post("/api/auth/callback/credentials", { form, maxRedirects: 0 });
    const told = await asker.post("/api/auth/callback/credentials", { form: { ...form, json: "true" } });
    for (const to of [plain.headers().location, (await told.json()).url])
      expect(new URL(to, baseURL).origin, callbackUrl).toBe(baseURL);
  }
  await asker.dispose();
});

type Press = (page: Page) => Locator | Promise<Locator>;

function button(name: string | RegExp): Press {
  return (page) => page.getByRole("button", { name, exact: typeof name === "string" }).first();
}

function item(name: string): Press {
  return (page) => page.getByRole("menuitem", { name });
}

/** Presses one after the other on the page at `path`; the act that the last one sends is kept, and does not arrive. */
async function record(page: Page, path: string, presses: Press[]): Promise<Recorded> {
  await page.goto(path);
  const isAct = (headers: Record<string, string>) => "next-action" in headers;
  await page.route("**", (route) => (isAct(route.request().headers()) ? route.abort() : route.fallback()));
  const sent = page.waitForRequest((request) => isAct(request.headers()));
  for (const press of presses) await (await press(page)).click();
  const request = await sent;
  await page.unroute("**");
  const { "next-action": action = "", "content-type": type = "", accept = "*/*" } = request.headers();
  const data = request.postDataBuffer();
  if (!data) throw new Error(`the act on ${path} has no body`);
  return { url: request.url(), headers: { "next-action": action, "content-type": type, accept }, data };
}

const send = (by: APIRequestContext, { url, headers, data }: Recorded, more: Record<string, string>) =>
  by.post(url, { headers: { ...headers, ...more }, data, maxRedirects: 0 });

/** Sent to the sign-in, or told no. */
const refused = async (answer: APIResponse): Promise<boolean> =>
  answer.status() >= 400 ||
  String(answer.headers()["x-action-redirect"] ?? answer.headers().location).includes("/sign-in");
