import type { UploadWithParts } from "@/lib/media/queries";
import { store } from "@/lib/media/store";
import { db } from "@/lib/platform/db";
import { ObjectMissing } from "@/lib/storage/port";

/**
 * Another process may have written a part over the one that was noted, and ended before it could say so: such a part is
 * not there, and has to be sent again.
 */
export async function forgetOverwritten({ id, key, storeUploadId, parts }: UploadWithParts): Promise<void> {
  const there = await listThere(key, storeUploadId);
  const etags = new Map(there.map(({ number, etag }) => [number, etag]));
  const other = parts.filter(({ number, etag }) => etags.has(number) && etags.get(number) !== etag);
  for (const { number, etag } of other) await db().uploadPart.deleteMany({ where: { uploadId: id, number, etag } });
}

async function listThere(key: string, storeUploadId: string) {
  try {
    return await store().listParts(key, storeUploadId);
  } catch (error) {
    if (error instanceof ObjectMissing) return [];
    throw error;
  }
}
