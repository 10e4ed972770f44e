import { createHash } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { syncFolder } from "@/lib/storage/durable";
import { filesystemStore } from "@/lib/storage/filesystem";
import type { ObjectStore } from "@/lib/storage/port";
import own from "@/package.json" with { type: "json" };
import { beginFolder } from "./folder";
import { writeManifest } from "./manifest";
import { copyObject, type ExpectedObject, ObjectDamaged } from "./objects";
import { copyDatabase } from "./snapshot";

type Task = { url: string; store: ObjectStore; folder: string; now: Date; say: (sentence: string) => void };
type Taken = { tables: number; rows: number; objects: number; bytes: number; unreadable: string[] };

/**
 * Writes the database, as it is at one instant, and every object that it refers to. The folder must not exist or be
 * empty; it gets its name when all is in it and durable. `unreadable` lists what the store has lost: the rest is there.
 */
export async function takeBackup({ url, store, folder, now, say }: Task): Promise<Taken> {
  const unfinished = await beginFolder(folder);
  try {
    say(`Copying the database into ${folder}.`);
    const { objects: expected, ...snapshot } = await copyDatabase(url, unfinished);
    say(`Copying ${expected.length} objects.`);
    const { unreadable, ...objects } = await copyObjects(store, unfinished, expected, say);
    await writeManifest(unfinished, { madeAt: now.toISOString(), version: own.version, ...snapshot, objects });
    await rename(unfinished, folder);
    await syncFolder(dirname(folder));
    const rows = snapshot.tables.reduce((sum, table) => sum + table.rows, 0);
    return { tables: snapshot.tables.length, rows, objects: objects.count, bytes: objects.bytes, unreadable };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** A backup keeps its objects as a store on a filesystem does. */
async function copyObjects(store: ObjectStore, folder: string, expected: ExpectedObject[], say: Task["say"]) {
  const kept = filesystemStore(folder);
  const hash = createHash("sha256");
  const list = await open(join(folder, "objects.jsonl"), "wx", 0o600);
  const unreadable: string[] = [];
  let bytes = 0;
  try {
    for (const object of expected) {
      const sha256 = await copyObject(store, kept, object).catch((error) => lost(error, say));
      if (!sha256) {
        unreadable.push(object.key);
        continue;
      }
      const line = `${JSON.stringify({ ...object, sha256 })}\n`;
      hash.update(line);
      await list.write(line);
      bytes += object.bytes;
    }
    await list.sync();
  } finally {
    await list.close();
  }
  await rm(join(folder, "temp"), { recursive: true, force: true });
  return { count: expected.length - unreadable.length, bytes, sha256: hash.digest("hex"), unreadable };
}

/** One lost object must not keep the others from being saved. */
function lost(error: unknown, say: Task["say"]): null {
  if (!(error instanceof ObjectDamaged)) throw error;
  say(`Not in the backup: ${error.message}`);
  return null;
}
