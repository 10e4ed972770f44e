import { destroyOldKeys } from "@/lib/downloads/address-keys";
import { makeDaysAhead } from "@/lib/downloads/partitions";

/** Keeps the ledger in order: room for the days to come, and no key for longer than it may be kept. */
export async function keepLedger(now: Date): Promise<void> {
  await makeDaysAhead(now);
  await destroyOldKeys(now);
}
