import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { migrate } from "@/lib/platform/migrations";
import { filesystemStore } from "@/lib/storage/filesystem";
import type { ObjectStore } from "@/lib/storage/port";
import { CommandError } from "../longwave/command";
import { withoutForeignKeys } from "./foreign-keys";
import type { Manifest } from "./manifest";
import { copyObject, ObjectDamaged, readObjects } from "./objects";
import { listMigrations } from "./snapshot";
import { copyIn, findFilledTable, forgetSetUpLink } from "./tables";

type Task = { url: string; store: ObjectStore; folder: string; manifest: Manifest; say: (sentence: string) => void };

/**
 * Loads a backup into an empty database, which is migrated first, and an empty store. Objects come first and the rows in
 * one transaction after them, so the house is as empty as before when anything fails. Throws `not-empty`,
 * `damaged-backup`, `other-version`.
 */
export async function bringBack(task: Task): Promise<{ rows: number; objects: number; bytes: number }> {
  const { url, store, folder, manifest } = task;
  await requireUnchanged(folder, manifest);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {}); // a lost connection rejects the query under way
  await client.connect();
  try {
    await requireEmptyDatabase(client);
    await requireEmptyStore(store);
    await migrate(url);
    requireSameMigrations(manifest, await listMigrations(client));
    await fill(client, task);
    await client.query("commit");
  } finally {
    await client.end();
  }
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return { rows, objects: manifest.objects.count, bytes: manifest.objects.bytes };
}

/** Objects, then rows up to the commit, which is the caller's: once it is sent nobody knows whether it was carried out. */
async function fill(client: Client, { store, folder, manifest, say }: Task): Promise<void> {
  const written: string[] = [];
  try {
    say(`Copying ${manifest.objects.count} objects.`);
    await copyObjects({ store, folder, manifest }, written);
    say("Loading the database.");
    await client.query("begin");
    await requireEmptyDatabase(client);
    await withoutForeignKeys(client, () => load(client, folder, manifest));
  } catch (error) {
    for (const key of written) await store.delete(key);
    throw error;
  }
}

/** Nothing is touched before all but the objects, whose turn comes one by one, has proved to be as it was written. */
async function requireUnchanged(folder: string, { tables, objects }: Manifest): Promise<void> {
  const files = tables.map(({ name, sha256 }) => ({ file: `tables/${name}.copy`, sha256 }));
  for (const { file, sha256 } of [...files, { file: "objects.jsonl", sha256: objects.sha256 }]) {
    if ((await hashOf(join(folder, file))) !== sha256)
      throw new CommandError("damaged-backup", `${file} was changed after the backup was made, or is missing.`);
  }
}

async function hashOf(path: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path), hash);
    return hash.digest("hex");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function requireSameMigrations({ migrations, version }: Manifest, present: string[]): void {
  if (migrations.join() === present.join()) return;
  throw new CommandError(
    "other-version",
    `This backup was made by Longwave ${version}, whose tables are not those of this one. Restore it with that version; then start this one on the same data.`,
  );
}

async function requireEmptyStore(store: ObjectStore): Promise<void> {
  for await (const { key } of store.list(""))
    throw new CommandError(
      "not-empty",
      `The store holds objects already (${key}). Restore into an empty data folder or bucket; nothing was changed.`,
    );
}

async function requireEmptyDatabase(client: Client): Promise<void> {
  const filled = await findFilledTable(client);
  if (filled)
    throw new CommandError(
      "not-empty",
      `The database is not empty (${filled} has rows). Restore into a new one: another LONGWAVE_DATA_DIR or DATABASE_URL; nothing was changed.`,
    );
}

async function copyObjects({ store, folder, manifest }: Omit<Task, "url" | "say">, written: string[]): Promise<void> {
  const kept = filesystemStore(folder);
  try {
    for await (const object of readObjects(join(folder, "objects.jsonl"))) {
      await copyObject(kept, store, object);
      written.push(object.key);
    }
  } catch (error) {
    if (!(error instanceof ObjectDamaged)) throw error;
    throw new CommandError("damaged-backup", `objects/${error.message}`, { cause: error });
  }
  if (written.length !== manifest.objects.count)
    throw new CommandError(
      "damaged-backup",
      `The backup holds ${written.length} objects, not ${manifest.objects.count}.`,
    );
}

async function load(client: Client, folder: string, { tables }: Manifest): Promise<void> {
  await client.query("set local timezone = 'UTC'");
  await forgetSetUpLink(client);
  for (const table of tables) await copyIn(client, folder, table);
  await endUploads(client);
}

/** The parts of uploads under way are not in a backup: they are given up, and the quota put aside for them is free again. */
async function endUploads(client: Client): Promise<void> {
  await client.query(`update "Upload" set state = 'aborted' where state in ('open', 'completing')`);
  await client.query(`update "Workspace" set "bytesReserved" = 0 where "bytesReserved" <> 0`);
}
