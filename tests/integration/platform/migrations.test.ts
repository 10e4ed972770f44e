import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, inject, onTestFinished, test } from "vitest";
import { migrate, pendingMigrations } from "@/lib/platform/migrations";
import { schemaDifference } from "@/scripts/schema-difference";
import { throwAwayFolder } from "@/tests/support/folder";
import { createDatabase, dropDatabase } from "@/tests/support/throw-away-postgres";
import "@/tests/support/provided";

const names = readdirSync("prisma/migrations")
  .filter((name) => /^\d{14}_/.test(name))
  .sort();

test("ten starts at once apply each migration once", async () => {
  const url = await emptyDatabase();
  expect(await pendingMigrations(url)).toEqual(names);
  const applied = await Promise.all(Array.from({ length: 10 }, () => migrate(url)));
  expect(applied.flat()).toEqual(names);
  const rows = await query(url, "select migration_name from _prisma_migrations order by 1");
  expect(rows.map((row) => row.migration_name)).toEqual(names);
  expect(await pendingMigrations(url)).toEqual([]);
});

test("the migrations make exactly what prisma/schema.prisma asks for", async () => {
  const [migrated, asked] = [await emptyDatabase(), await emptyDatabase()];
  await migrate(migrated);
  await query(asked, await schemaDifference(asked, null, readFileSync("prisma/schema.prisma", "utf8")));
  expect(await shape(migrated)).toEqual(await shape(asked));
});

test("a migration that fails changes nothing and is tried again when it has been mended", async () => {
  const [url, folder] = [await emptyDatabase(), migrationsWith("create table half (id int); select 1/0;")];
  await expect(migrate(url, folder)).rejects.toThrow(
    /20991231000000_next failed and changed nothing: division by zero/,
  );
  expect(await pendingMigrations(url, folder)).toEqual(["20991231000000_next"]);
  writeNext(folder, "create table half (id int);");
  expect(await migrate(url, folder)).toEqual(["20991231000000_next"]);
});

test("a migration that cannot be written down is undone", async () => {
  const url = await emptyDatabase();
  await migrate(url);
  const folder = migrationsWith("create table half (id int); alter table _prisma_migrations rename to lost;");
  await expect(migrate(url, folder)).rejects.toThrow(/"_prisma_migrations" does not exist/);
  expect(await query(url, "select to_regclass('half') as half, to_regclass('lost') as lost")).toEqual([
    { half: null, lost: null },
  ]);
});

test("a database that a newer version migrated is refused by name", async () => {
  const url = await emptyDatabase();
  await migrate(url, migrationsWith("select 1;"));
  await expect(migrate(url)).rejects.toThrow(/20991231000000_next, which this version of Longwave does not know/);
});

test("a migration edited after it was applied is refused by name", async () => {
  const [url, folder] = [await emptyDatabase(), migrationsWith("select 1;")];
  await migrate(url, folder);
  writeNext(folder, "select 2;");
  await expect(migrate(url, folder)).rejects.toThrow(/20991231000000_next was changed after it was applied/);
});

async function emptyDatabase(): Promise<string> {
  const { url } = inject("postgres");
  const address = await createDatabase(url);
  onTestFinished(() => dropDatabase(url, address));
  return address;
}

function migrationsWith(sql: string): string {
  const folder = throwAwayFolder();
  cpSync("prisma/migrations", folder, { recursive: true });
  writeNext(folder, sql);
  return folder;
}

function writeNext(folder: string, sql: string): void {
  mkdirSync(join(folder, "20991231000000_next"), { recursive: true });
  writeFileSync(join(folder, "20991231000000_next", "migration.sql"), sql);
}

/** Columns, indexes, constraints and enums, as PostgreSQL describes them. That a table is in parts, Prisma cannot say. */
const shape = (url: string) =>
  query(
    url,
    `select table_name || '.' || column_name as what, concat_ws(' ', udt_name, datetime_precision, is_nullable, column_default) as how
       from information_schema.columns where table_schema = 'public' and table_name <> '_prisma_migrations'
     union all select indexname, replace(indexdef, ' ON ONLY ', ' ON ') from pg_indexes where schemaname = 'public' and tablename <> '_prisma_migrations'
     union all select conname, pg_get_constraintdef(oid) from pg_constraint
       where connamespace = 'public'::regnamespace and conrelid <> coalesce(to_regclass('_prisma_migrations'), 0)
     union all select t.typname, string_agg(e.enumlabel, ',' order by e.enumsortorder) from pg_enum e join pg_type t on t.oid = e.enumtypid group by 1
     order by 1, 2`,
  );

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
