// How long the admin's lists take over HTTP with 10,000 accounts, on the production build, which must be there: node --import ./scripts/alias.mjs scripts/bench/admin.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import { requireUserByEmail } from "@/lib/accounts/queries";
import { createSession } from "@/lib/accounts/sessions";
import { closeDatabase, db, provideDatabaseUrl } from "@/lib/platform/db";
import { reachPostgres } from "@/lib/platform/embedded/reach";
import { sign } from "@/lib/platform/signatures";
import { seedAccounts } from "./many-accounts";
import { record, type Table } from "./record";
import { time } from "./time";

const ACCOUNTS = 10_000;
const RUNS = 60;
const [url, email] = ["http://localhost:4790", "bench@example.org"];

const dataDir = await mkdtemp(join(tmpdir(), "longwave-bench-"));
// Read once, by the server's process and by this one.
Object.assign(process.env, {
  ...{ PORT: "4790", APP_URL: url, LONGWAVE_DATA_DIR: dataDir, LOG_LEVEL: "error", NODE_ENV: "production" },
  ...{ ADMIN_EMAIL: email, ADMIN_PASSWORD: "for a bench only" },
});
const server = spawn(process.execPath, ["--import", "./scripts/alias.mjs", "server.ts"], { stdio: "ignore" });
try {
  await measure();
} finally {
  await closeDatabase();
  server.kill("SIGTERM");
  await once(server, "exit");
  await rm(dataDir, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  await ready();
  provideDatabaseUrl((await reachPostgres(dataDir)).url);
  await seedAccounts(ACCOUNTS);
  const admin = await requireUserByEmail(email);
  const cookie = await cookieOf((await createSession(admin, new Date())).id);
  const { id } = await db().user.findFirstOrThrow({ where: { suspendedAt: { not: null } } });
  const look = async (path: string) => {
    const answer = await fetch(`${url}${path}`, { headers: { cookie } });
    await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
  };
  const taken: Table = {};
  for (const path of pagesOf(id)) {
    await look(path);
    taken[path] = await time(RUNS, () => look(path));
  }
  await record(
    `Pages of the desk: ${ACCOUNTS} accounts with a workspace, a session, a show of ten episodes, thirty events and three letters each; ms`,
    taken,
  );
}

/** What lib/web/session.ts gives a browser; it cannot be had outside of Next. */
async function cookieOf(sid: string): Promise<string> {
  return `longwave.session=${await encode({ token: { sid }, secret: sign("next-auth", "session cookie") })}`;
}

function pagesOf(account: string): string[] {
  return [
    "/admin",
    "/admin/accounts",
    "/admin/accounts?page=200",
    "/admin/accounts?q=OKAFOR",
    "/admin/accounts?q=nobody-has-this",
    "/admin/accounts?show=suspended",
    "/admin/accounts?sort=name&page=100",
    "/admin/accounts?sort=stored",
    "/admin/accounts?sort=seen",
    `/admin/accounts/${account}`,
    "/admin/workspaces",
    "/admin/workspaces?page=200",
    "/admin/workspaces?q=sato",
    "/admin/workspaces?show=full&sort=name",
    "/admin/plans",
    "/admin/shows",
    "/admin/shows?q=okafor&sort=title",
    "/admin/shows?show=air&page=150",
    "/admin/shows?sort=workspace&page=200",
    "/admin/episodes",
    "/admin/episodes?q=okafor",
    "/admin/episodes?show=incomplete&sort=title",
    "/admin/episodes?sort=published&page=2000",
    "/admin/jobs",
    "/admin/outbox",
    "/admin/outbox?q=sato",
    "/admin/audit",
    "/admin/audit?actor=okafor",
    "/admin/audit?act=publishEpisode",
  ];
}

async function ready(): Promise<void> {
  const giveUp = AbortSignal.timeout(60_000);
  const answers = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await answers())) await pause(200, undefined, { signal: giveUp });
}
