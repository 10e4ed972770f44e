import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from, to } from "pg-copy-streams";
import { partitionSql } from "@/lib/downloads/partitions";
import { CommandError } from "../longwave/command";
import type { Table } from "./manifest";

/**
 * Not part of a backup: the keys under which addresses are marked, because a copy would outlive their end; the list of migrations
 * (it stands in the manifest), kept feeds, which are rendered anew, and what lives for minutes: counted tries, challenges, who
 * has an editor open, and secrets on their way by mail. The job queue has a schema of its own and stays behind as well: the next
 * start enqueues again what the rows call for.
 */
const LEFT_OUT = ["_prisma_migrations", "AddressKey", "Challenge", "Feed", "MailedSecret", "Presence", "RateLimit"];

/** The tables of the public schema that a backup holds, with their columns. */
export async function listTables(client: Client): Promise<Pick<Table, "name" | "columns">[]> {
  const { rows } = await client.query(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0
       and not a.attisdropped and a.attgenerated = '' and c.relname <> all($1)
     group by c.relname order by c.relname`,
    [LEFT_OUT],
  );
  return rows;
}

/** Writes one table to its file. */
export async function copyOut(
  client: Client,
  folder: string,
  { name, columns }: Pick<Table, "name" | "columns">,
): Promise<Table> {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(", ");
  // As a query: of a table in parts PostgreSQL copies nothing by name.
  const source = client.query(to(`copy (select ${list} from ${client.escapeIdentifier(name)}) to stdout`));
  const hash = createHash("sha256");
  const file = createWriteStream(pathOf(folder, name), { mode: 0o600, flush: true });
  await pipeline(source, hashing(hash), file);
  return { name, columns, rows: source.rowCount, sha256: hash.digest("hex") };
}

/** Loads one table from its file. Throws `damaged-backup` when the number of rows is not as the manifest says. */
export async function copyIn(client: Client, folder: string, table: Table): Promise<void> {
  const { name, columns, rows } = table;
  if (name === TRANSFERS) await makeDays(client, folder, table);
  const sink = client.query(from(`copy ${target(client, name, columns)} from stdin`));
  await pipeline(createReadStream(pathOf(folder, name)), sink);
  if (sink.rowCount === rows) return;
  throw new CommandError("damaged-backup", `tables/${name}.copy has ${sink.rowCount} rows, not ${rows}.`);
}

/** The table that is kept in parts, a day each, and the column that says the day. */
const [TRANSFERS, STARTED_AT] = ["Transfer", "startedAt"];

/** Makes the parts that the rows of a file belong to. */
async function makeDays(client: Client, folder: string, { name, columns }: Table): Promise<void> {
  const days = new Set<string>();
  const at = columns.indexOf(STARTED_AT);
  for await (const line of createInterface({ input: createReadStream(pathOf(folder, name)) }))
    days.add(line.split("\t")[at]?.slice(0, 10) ?? "");
  for (const statement of [...days].flatMap(partitionSql)) await client.query(statement);
}

/** The first table that has a row, of those that a backup holds. */
export async function findFilledTable(client: Client): Promise<string | null> {
  for (const { name } of await listTables(client)) {
    const rows = name === SETTINGS ? `"${SETTINGS}" where name <> '${SET_UP_LINK}'` : client.escapeIdentifier(name);
    const { rowCount } = await client.query(`select 1 from ${rows} limit 1`);
    if (rowCount) return name;
  }
  return null;
}

/** All that a first start leaves in a house that nobody has set up yet: it counts for nothing. */
const [SETTINGS, SET_UP_LINK] = ["HouseSetting", "set-up link"];

export async function forgetSetUpLink(client: Client): Promise<void> {
  await client.query(`delete from "${SETTINGS}" where name = '${SET_UP_LINK}'`);
}

const target = (client: Client, name: string, columns: string[]): string =>
  `${client.escapeIdentifier(name)} (${columns.map((column) => client.escapeIdentifier(column)).join(", ")})`;

const pathOf = (folder: string, name: string): string => join(folder, "tables", `${name}.copy`);

const hashing = (hash: ReturnType<typeof createHash>) =>
  async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
