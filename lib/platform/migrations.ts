import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Client } from "pg";

type Migration = { name: string; sql: string; checksum: string };
type Applied = { name: string; checksum: string };

const advisoryLock = 4_216_180_021; // any number that nothing else here locks
const ours = () => resolve("prisma/migrations");

/**
 * Brings the database up to prisma/migrations and returns the names of what it applied. Each migration and its row in
 * Prisma's own table are one transaction, so a kill -9 leaves it whole or absent (docs/decisions/0006). Any number of
 * processes may call this at once: one works, the others wait. Throws when the database is not of this version's making.
 */
export async function migrate(url: string, folder = ours()): Promise<string[]> {
  return withClient(url, async (client) => {
    await client.query("select pg_advisory_lock($1)", [advisoryLock]);
    await client.query(table);
    const pending = unapplied(folder, await listApplied(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  });
}

/** The names of the migrations that the database still lacks. Throws like migrate, and when the database is away. */
export async function pendingMigrations(url: string, folder = ours()): Promise<string[]> {
  return withClient(url, async (client) => unapplied(folder, await listApplied(client)).map(({ name }) => name));
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {}); // a lost connection rejects the query under way; without a listener it would end the process
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function unapplied(folder: string, applied: Applied[]): Migration[] {
  const here = listMigrations(folder);
  for (const { name, checksum } of applied) {
    const ours = here.find((migration) => migration.name === name);
    if (!ours)
      throw new Error(
        `The database has the migration ${name}, which this version of Longwave does not know. Start the version that made it, or a newer one.`,
      );
    if (ours.checksum !== checksum)
      throw new Error(
        `The migration ${name} was changed after it was applied to this database. Put the old file back, or begin with an empty database.`,
      );
  }
  return here.filter(({ name }) => !applied.some((row) => row.name === name));
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(migration.sql);
    const row = [randomUUID(), migration.checksum, migration.name];
    await client.query(
      "insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) values ($1, $2, $3, now(), 1)",
      row,
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`The migration ${migration.name} failed and changed nothing: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

async function listApplied(client: Client): Promise<Applied[]> {
  const { rows: tables } = await client.query("select to_regclass('_prisma_migrations') as found");
  if (!tables[0].found) return [];
  const { rows } = await client.query<Applied>(
    "select migration_name as name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  return rows;
}

function listMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, "migration.sql")));
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

/** As Prisma's own engine makes it, so that `prisma migrate deploy` carries on where we stopped, and the other way round. */
const table = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;
