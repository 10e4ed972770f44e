import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { ObjectMissing, type ObjectStore, PartCutShort } from "@/lib/storage/port";

const objectSchema = z.object({
  key: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export type KeptObject = z.infer<typeof objectSchema>;
/** `sha256` is null while the file is being checked */
export type ExpectedObject = Omit<KeptObject, "sha256"> & { sha256: string | null };

/** An object that is not there, or not what it should be; nothing was written in its place. */
export class ObjectDamaged extends Error {
  override name = "ObjectDamaged";
}

/** Copies one object between stores, block by block, and gives its SHA-256. Throws ObjectDamaged. */
export async function copyObject(from: ObjectStore, to: ObjectStore, expected: ExpectedObject): Promise<string> {
  const { key, bytes, sha256 } = expected;
  const leaving = new AbortController();
  let found = "";
  async function* checked(): AsyncGenerator<Uint8Array> {
    const hash = createHash("sha256");
    for await (const chunk of await from.read(key, null, leaving.signal)) {
      hash.update(chunk);
      yield chunk;
    }
    found = hash.digest("hex");
    if (sha256 && found !== sha256) throw new ObjectDamaged(`${key} has another SHA-256 than it should.`);
  }
  try {
    await to.write(key, checked(), bytes);
    return found;
  } catch (error) {
    if (error instanceof ObjectMissing || error instanceof PartCutShort)
      throw new ObjectDamaged(`${key}: ${error.message}`, { cause: error });
    throw error;
  } finally {
    leaving.abort();
  }
}

/** The lines of objects.jsonl. */
export async function* readObjects(path: string): AsyncGenerator<KeptObject> {
  for await (const line of createInterface({ input: createReadStream(path) }))
    yield objectSchema.parse(JSON.parse(line));
}
