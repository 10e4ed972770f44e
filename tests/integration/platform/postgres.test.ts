import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { startPostgres } from "@/lib/platform/embedded/start";
import { type Child, startChild, until } from "@/tests/support/child";
import { throwAwayFolder } from "@/tests/support/folder";

test("kill -9 of the server ends PostgreSQL within ten seconds, and the next start has all that was acknowledged", async () => {
  const dataDir = throwAwayFolder();
  const { child, url } = await startServer(dataDir);
  const acknowledged = await writeUntilCut(url, 200, () => child.process.kill("SIGKILL"));
  await until("PostgreSQL is gone", async () => !(await answers(url)) && !isAlive(postmasterPid(dataDir)), 10_000);
  expect(await countRows(dataDir)).toBeGreaterThanOrEqual(acknowledged);
});

test("a PostgreSQL left over because its keeper was killed too is stopped by the next start, which has every row", async () => {
  const dataDir = throwAwayFolder();
  const { child, url } = await startServer(dataDir);
  const keeper = parentOf(postmasterPid(dataDir) ?? 0);
  const acknowledged = await writeUntilCut(url, 50, () => {
    process.kill(keeper, "SIGKILL");
    child.process.kill("SIGKILL");
  });
  expect(acknowledged).toBe(50);
  expect(await answers(url)).toBe(true);
  expect(await countRows(dataDir)).toBe(50);
  expect(await answers(url)).toBe(false);
});

test("Ctrl-C at the terminal does not reach PostgreSQL", async () => {
  const { child, url } = await startServer(throwAwayFolder());
  process.kill(-(child.process.pid ?? 0), "SIGINT");
  await child.said(/interrupted/);
  expect(await answers(url)).toBe(true);
});

test("PostgreSQL is UTF-8, sorts by code point, lives in UTC, keeps what it acknowledges and asks for a password", async () => {
  const { url } = await startServer(throwAwayFolder());
  const client = await connected(url);
  const { rows } = await client.query(
    `select pg_encoding_to_char(encoding) as encoding, datlocprovider::text as provider, datlocale as locale,
       current_setting('TimeZone') as zone, current_setting('fsync') as fsync, current_setting('listen_addresses') as addresses
     from pg_database where datname = current_database()`,
  );
  await client.end();
  expect(rows[0]).toEqual({
    encoding: "UTF8",
    provider: "b",
    locale: "C.UTF-8",
    zone: "UTC",
    fsync: "on",
    addresses: "127.0.0.1",
  });
  const stranger = new URL(url);
  stranger.password = "guessed";
  await expect(connected(stranger.href)).rejects.toThrow(/password authentication failed/);
});

test("what a first start cut short left behind does not disturb the next", async () => {
  const dataDir = throwAwayFolder();
  const child = startChild("tests/support/run-postgres.ts", {}, [dataDir]);
  await until("initdb is at work", () => readable(join(dataDir, "postgres", "password")) !== null);
  child.process.kill("SIGKILL");
  await child.ended();
  const { url } = await startServer(dataDir);
  expect(await answers(url)).toBe(true);
});

async function startServer(dataDir: string): Promise<{ child: Child; url: string }> {
  const child = startChild("tests/support/run-postgres.ts", {}, [dataDir]);
  onTestFinished(async () => {
    child.process.kill("SIGKILL");
    await until("PostgreSQL is gone", () => !isAlive(postmasterPid(dataDir)));
  });
  const [, url = ""] = await child.said(/address (\S+) /);
  return { child, url };
}

/** Inserts one row after the other and counts what was acknowledged; `cut` is called after row `cutAfter`. */
async function writeUntilCut(url: string, cutAfter: number, cut: () => void): Promise<number> {
  const client = await connected(url);
  await client.query("create table kept (id int)");
  let acknowledged = 0;
  try {
    while (acknowledged < cutAfter) {
      await client.query("insert into kept values ($1)", [acknowledged]);
      acknowledged++;
    }
    cut();
    for (; acknowledged < cutAfter * 2 && cutAfter > 100; acknowledged++)
      await client.query("insert into kept values ($1)", [acknowledged]);
  } catch {
    return acknowledged; // the cut
  }
  await client.end();
  return acknowledged;
}

async function countRows(dataDir: string): Promise<number> {
  const postgres = await startPostgres({ dataDir });
  const client = await connected(postgres.url);
  const { rows } = await client.query("select count(*)::int as count from kept");
  await client.end();
  await postgres.stop();
  return rows[0].count;
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {}); // the server is ended under it
  await client.connect();
  return client;
}

const answers = (url: string) =>
  connected(url).then(
    (client) => client.end().then(() => true),
    () => false,
  );

function postmasterPid(dataDir: string): number | null {
  return Number(readable(join(dataDir, "postgres", "data", "postmaster.pid"))?.split("\n")[0]) || null;
}

function readable(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** From /proc; the keeper is the parent of PostgreSQL. */
const parentOf = (pid: number) => Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);

function isAlive(pid: number | null): boolean {
  try {
    return pid !== null && process.kill(pid, 0);
  } catch {
    return false;
  }
}
