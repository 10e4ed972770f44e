// How long the studio's pages take on a running production server with 1,000 shows and 10,000 episodes in one of them
// (`next build` first): node --import ./scripts/alias.mjs scripts/bench/pages.ts
import { chromium } from "playwright";
import { findUserByEmail } from "@/lib/accounts/queries";
import { closeDatabase, db, provideDatabaseUrl } from "@/lib/platform/db";
import { reachPostgres } from "@/lib/platform/embedded/reach";
import { chromiumLaunch } from "@/tests/support/chromium";
import { type House, startHouse } from "@/tests/support/house";
import { record, type Table } from "./record";
import { EPISODES, SHOWS, seedThousands } from "./thousands";

const WARM_UP = 5;
const RUNS = 60;

const house = await startHouse({});
try {
  const { slug, episode, workspace } = await seed(house);
  const cookie = await signIn(house);
  const pages = {
    shows: "/studio",
    "shows, last page": `/studio?page=${SHOWS / 50}`,
    "new show": "/studio/new",
    "a show": `/studio/${slug}`,
    "a show, from the middle": `/studio/${slug}?page=${EPISODES / 100}`,
    "a show, searched": `/studio/${slug}?q=episode+77`,
    "a show's settings": `/studio/${slug}/settings`,
    "a show's calendar": `/studio/${slug}/calendar`,
    "a show, drafts": `/studio/${slug}?state=draft`,
    "a show, on air": `/studio/${slug}/on-air`,
    "a show, deleted": `/studio/${slug}/deleted`,
    "an episode": `/studio/${slug}/episodes/${episode}`,
    tokens: "/studio/tokens",
    account: "/studio/account",
    "second step": "/studio/account/second-step",
    passkeys: "/studio/account/passkeys",
    sessions: "/studio/account/sessions",
    workspaces: "/studio/workspaces",
    "a workspace": `/studio/workspaces/${workspace}`,
    "search, nothing asked": "/api/studio/commands?q=",
    "search, many found": "/api/studio/commands?q=episode",
    "search, an act": "/api/studio/commands?q=publish+episode+7",
    "search, none found": "/api/studio/commands?q=nobody+says+this",
  };
  const rows: Table = {};
  for (const [name, path] of Object.entries(pages)) rows[name] = await measure(house.url + path, cookie);
  await record(
    `Pages of the studio: ${SHOWS} shows, ${EPISODES} episodes in one of them, 10 in each other; ${RUNS} requests, one after the other`,
    rows,
  );
} finally {
  await house.stop();
}

/** Fills the demo's workspace beside the running server. */
async function seed({ demo, settings }: House) {
  const postgres = await reachPostgres(settings.LONGWAVE_DATA_DIR ?? "", () => {});
  provideDatabaseUrl(postgres.url);
  try {
    const owner = await findUserByEmail(demo.email);
    const show = await db().show.findFirstOrThrow({
      where: { workspace: { memberships: { some: { userId: owner?.id ?? "" } } } },
    });
    await seedThousands(show);
    const episode = await db().episode.findFirstOrThrow({ where: { showId: show.id, audioId: { not: null } } });
    return { slug: show.slug, episode: episode.id, workspace: show.workspaceId };
  } finally {
    await closeDatabase();
    await postgres.stop();
  }
}

/** The session's cookie, by the form that people use. */
async function signIn({ url, demo }: House): Promise<string> {
  const browser = await chromium.launch(chromiumLaunch());
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(demo.email);
  await page.getByLabel("Password", { exact: true }).fill(demo.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/studio");
  const cookies = await context.cookies();
  await browser.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

async function measure(address: string, cookie: string) {
  const taken: number[] = [];
  let status = 0;
  for (let run = 0; run < WARM_UP + RUNS; run++) {
    const start = performance.now();
    const answer = await fetch(address, { headers: { cookie }, redirect: "manual" });
    await answer.arrayBuffer();
    status = answer.status;
    if (run >= WARM_UP) taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) => Number((taken[Math.ceil(share * RUNS) - 1] ?? 0).toFixed(1));
  return { status, "median ms": at(0.5), "p95 ms": at(0.95) };
}
