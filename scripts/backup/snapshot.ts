import { Client } from "pg";
import { CommandError } from "../longwave/command";
import type { Manifest } from "./manifest";
import type { ExpectedObject } from "./objects";
import { copyOut, listTables } from "./tables";

type Snapshot = Pick<Manifest, "migrations" | "tables"> & { objects: ExpectedObject[] };

/** Writes all tables as they are at one instant, whatever is written meanwhile, and lists the objects they refer to. */
export async function copyDatabase(url: string, folder: string): Promise<Snapshot> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {}); // a lost connection rejects the query under way
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read, read only");
    await client.query("set local timezone = 'UTC'");
    const migrations = await listMigrations(client);
    const tables: Manifest["tables"] = [];
    for (const table of await listTables(client)) tables.push(await copyOut(client, folder, table));
    const objects = await listExpected(client);
    await client.query("commit");
    return { migrations, tables, objects };
  } finally {
    await client.end();
  }
}

export async function listMigrations(client: Client): Promise<string[]> {
  const { rows: tables } = await client.query("select to_regclass('public._prisma_migrations') as found");
  if (!tables[0].found)
    throw new CommandError("nothing-there", "There is nothing to back up: the database was never used by Longwave.");
  const { rows } = await client.query(
    "select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null order by 1",
  );
  return rows.map(({ name }) => name);
}

/** What was refused is not kept; what is still being checked is copied as it came. */
async function listExpected(client: Client): Promise<ExpectedObject[]> {
  const { rows } = await client.query(
    `select key, bytes, sha256 from "Media" where state in ('ready', 'checking') order by key`,
  );
  return rows.map(({ key, bytes, sha256 }) => ({ key, bytes: Number(bytes), sha256 }));
}
