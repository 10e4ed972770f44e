// node --import ./scripts/alias.mjs scripts/migration.ts NAME: writes the migration from the last committed one to prisma/schema.prisma.
// With --first it writes the very first one anew, in place (only while no database holds it).
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { schemaDifference, withPostgres } from "./schema-difference";

const folder = "prisma/migrations";
const firstName = "20261122000000_house";
const { values, positionals } = parseArgs({ options: { first: { type: "boolean" } }, allowPositionals: true });
const schema = readFileSync("prisma/schema.prisma", "utf8");

if (values.first) write(firstName, await withPostgres((url) => schemaDifference(url, null, schema)));
else await writeNext(positionals[0] ?? "");

async function writeNext(name: string): Promise<void> {
  if (!/^[a-z0-9_]+$/.test(name))
    return fail("Give the migration a name of a–z, 0–9 and _, for example: episode_artwork");
  const uncommitted = git("status", "--porcelain", folder);
  if (uncommitted) return fail(`Commit or remove the migration made before this one first:\n${uncommitted}`);
  const before = schemaOfLastMigration();
  const sql = await withPostgres((url) => schemaDifference(url, before, schema));
  if (!sql.trim()) return fail("prisma/schema.prisma says nothing that the last migration does not.");
  write(`${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`, sql);
}

/** A migration and the schema it leads to are committed together, so the last commit of a migration holds its schema. */
function schemaOfLastMigration(): string {
  const last = readdirSync(folder)
    .filter((name) => /^\d{14}_/.test(name))
    .sort()
    .at(-1);
  const commit = git("log", "-1", "--format=%H", "--", `${folder}/${last}`);
  return git("show", `${commit}:prisma/schema.prisma`);
}

function write(name: string, sql: string): void {
  mkdirSync(`${folder}/${name}`, { recursive: true });
  writeFileSync(`${folder}/${name}/migration.sql`, sql);
  writeFileSync(`${folder}/migration_lock.toml`, 'provider = "postgresql"\n');
  console.log(`Wrote ${folder}/${name}/migration.sql. Read it, then commit it together with the schema.`);
}

function git(...args: string[]): string {
  return execFileSync("git", args, { encoding: "utf8" }).trim();
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
