import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startPostgres } from "@/lib/platform/embedded/start";

export type ThrowAwayPostgres = { url: string; stop(): Promise<void> };

/** A real PostgreSQL in a folder of its own under the system's temporary one; `stop` leaves nothing behind. */
export async function startThrowAwayPostgres(): Promise<ThrowAwayPostgres> {
  const dataDir = await mkdtemp(join(tmpdir(), "longwave-postgres-"));
  const postgres = await startPostgres({ dataDir, durable: false });
  const stop = async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url: postgres.url, stop };
}

/** Makes a database beside `url`'s own, empty or a copy of `template`, and answers its address. */
export async function createDatabase(url: string, template = "template0"): Promise<string> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await inMaintenance(url, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return withDatabase(url, name);
}

/** Drops the database at `address`, whoever is still connected to it. */
export async function dropDatabase(url: string, address: string): Promise<void> {
  await inMaintenance(url, `DROP DATABASE IF EXISTS ${databaseName(address)} WITH (FORCE)`);
}

export const databaseName = (address: string) => new URL(address).pathname.slice(1);

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

async function inMaintenance(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, "postgres") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
