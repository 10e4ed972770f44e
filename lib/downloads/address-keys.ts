import { randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import { dayOf } from "@/lib/downloads/partitions";
import { db } from "@/lib/platform/db";
import { singleton } from "@/lib/platform/singleton";

const KEY_BYTES = 32;
const KEPT_DAYS = 45;
const MOST_KEPT = 4;
/** One that another process has destroyed lives on in the memory of this one for so long at most. */
const REMEMBERED_MS = 3600_000;

const known = () =>
  singleton(
    "address-keys",
    () =>
      new LRUCache<string, Uint8Array>({ max: MOST_KEPT, ttl: REMEMBERED_MS, ttlAutopurge: true, ttlResolution: 0 }),
  );

/** The key of a month of UTC ("2026-11"), made by whoever asks first, in whatever process. */
export async function addressKey(month: string): Promise<Uint8Array> {
  const kept = known().get(month);
  if (kept) return kept;
  await db().addressKey.createMany({ data: [{ month, key: randomBytes(KEY_BYTES) }], skipDuplicates: true });
  const { key } = await db().addressKey.findUniqueOrThrow({ where: { month } });
  known().set(month, key);
  return key;
}

/** Destroys the keys of months that ended more than 45 days ago: from then on nobody can tell which address was meant. */
export async function destroyOldKeys(now: Date): Promise<void> {
  const until = new Date(now.getTime() - KEPT_DAYS * 24 * 3600_000);
  const oldest = monthOf(dayOf(until));
  await db().addressKey.deleteMany({ where: { month: { lt: oldest } } });
  for (const month of [...known().keys()]) if (month < oldest) known().delete(month);
}

/** The month of a day: "2026-11" of "2026-11-24". */
export const monthOf = (day: string): string => day.slice(0, 7);
