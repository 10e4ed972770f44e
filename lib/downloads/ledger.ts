import type { Transfer } from "@/lib/downloads/transfer";
import { log } from "@/lib/platform/log";
import { singleton } from "@/lib/platform/singleton";

/** Past that many waiting ones the latest are lost: some minutes of a busy house without its database, about 20 MB. */
export const MOST_WAITING = 50_000;

type Ledger = {
  waiting: Transfer[];
  /** how many were lost since when; null: none */
  gap: { since: Date; count: number } | null;
  /** tells whoever writes that there is something to write */
  wake: () => void;
};

/** What waits to be written, in this process. */
export const ledger = () => singleton<Ledger>("ledger", () => ({ waiting: [], gap: null, wake: () => {} }));

/** Takes in a transfer to be written soon. What finds no room is counted. */
export function enter(transfer: Transfer): void {
  const here = ledger();
  if (here.waiting.length >= MOST_WAITING) lose(1, transfer.endedAt);
  else here.waiting.push(transfer);
  here.wake();
}

/** Counts transfers that will never be written; the first of a row of them is logged. */
export function lose(count: number, now: Date): void {
  const here = ledger();
  if (!here.gap) log().error("Transfers are being lost: the database does not take them. How many will be said.");
  here.gap ??= { since: now, count: 0 };
  here.gap.count += count;
}
