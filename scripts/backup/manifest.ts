import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { syncFolder } from "@/lib/storage/durable";
import { CommandError } from "../longwave/command";

const FORMAT = 1;
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

const tableSchema = z.object({
  /** also the name of its file, tables/<name>.copy (PostgreSQL's COPY text format, UTF-8) */
  name: z.string().regex(/^\w+$/),
  columns: z.array(z.string().regex(/^\w+$/)),
  rows: count,
  sha256,
});

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  /** the version of Longwave that made it */
  version: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(tableSchema),
  /** objects.jsonl names each object: key, bytes, SHA-256 */
  objects: z.object({ count, bytes: count, sha256 }),
});

export type Table = z.infer<typeof tableSchema>;
export type Manifest = z.infer<typeof manifestSchema>;

/** The last file of a backup: without it the folder is none. */
export async function writeManifest(folder: string, manifest: Omit<Manifest, "format">): Promise<void> {
  const path = join(folder, "manifest.json");
  const file = await open(`${path}.new`, "wx", 0o600);
  try {
    await file.writeFile(`${JSON.stringify({ format: FORMAT, ...manifest }, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  await syncFolder(folder);
}

/** Throws `not-a-backup` when the folder holds none, or one that was never finished. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, "manifest.json"), "utf8").catch((error) => {
    throw new CommandError("not-a-backup", `${folder} holds no finished backup: it has no manifest.json.`, {
      cause: error,
    });
  });
  const parsed = manifestSchema.safeParse(parsedJson(text));
  if (parsed.success) return parsed.data;
  const what = parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ");
  throw new CommandError("not-a-backup", `${folder}/manifest.json is not one that this version reads: ${what}.`);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
