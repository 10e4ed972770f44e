import { type Atlas, emptyAtlas } from "@/lib/downloads/atlas";
import { ledger, lose } from "@/lib/downloads/ledger";
import { writeGap, writeTransfers } from "@/lib/downloads/rows";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { singleton } from "@/lib/platform/singleton";

const BATCH = 500;
const EVERY_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;
/** Rows that an answering database refuses so often are given up. */
const TRIES = 3;

type Writer = {
  atlas: Atlas;
  timer: ReturnType<typeof setTimeout> | null;
  /** one at a time */
  turn: Promise<void>;
  isBusy: boolean;
  failures: number;
  refusals: number;
};

const writer = () =>
  singleton<Writer>("ledger-writer", () => ({
    ...{ atlas: emptyAtlas, timer: null, turn: Promise.resolve(), isBusy: false, failures: 0, refusals: 0 },
  }));

/** Writes what is entered in this process from now on: a second later, or once 500 wait. */
export function startLedger(atlas: Atlas): void {
  writer().atlas = atlas;
  ledger().wake = wake;
  wake();
}

/** Writes what waits, for the last time. What the database does not take now is lost. */
export async function closeLedger(): Promise<void> {
  const here = ledger();
  here.wake = () => {};
  await flushLedger().catch(() => {});
  if (here.waiting.length > 0) log().error({ transfers: here.waiting.length }, "These transfers were never written.");
}

/** Writes what waits now; what comes meanwhile waits for its own turn, so that batches stay large. */
export function flushLedger(): Promise<void> {
  const here = writer();
  if (here.timer) clearTimeout(here.timer);
  here.timer = null;
  const turn = here.turn.then(writeAll);
  here.turn = turn.catch(() => {});
  return turn;
}

function wake(): void {
  const here = writer();
  if (here.isBusy) return;
  const wait = Math.min(EVERY_MS * 2 ** here.failures, LONGEST_WAIT_MS);
  if (ledger().waiting.length >= BATCH && here.failures === 0) write();
  else here.timer ??= setTimeout(write, wait).unref();
}

function write(): void {
  const here = writer();
  here.isBusy = true;
  flushLedger()
    .catch((error: Error) => log().warn({ err: error }, "Transfers could not be written yet; they are kept."))
    .finally(() => {
      here.isBusy = false;
      if (ledger().waiting.length > 0) ledger().wake();
    });
}

async function writeAll(): Promise<void> {
  const { waiting } = ledger();
  for (let left = waiting.length; left > 0; ) {
    const batch = waiting.slice(0, Math.min(left, BATCH));
    await writeBatch(batch);
    waiting.splice(0, batch.length);
    left -= batch.length;
  }
  await closeGap();
}

async function writeBatch(batch: Parameters<typeof writeTransfers>[0]): Promise<void> {
  const here = writer();
  try {
    await writeTransfers(batch, here.atlas);
    here.failures = 0;
    here.refusals = 0;
  } catch (error) {
    here.failures += 1;
    const answers = await db().$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    );
    here.refusals += answers ? 1 : 0;
    if (here.refusals < TRIES) throw error;
    log().error({ err: error }, "The database refuses these transfers.");
    lose(batch.length, new Date());
    here.failures = 0;
    here.refusals = 0;
  }
}

async function closeGap(): Promise<void> {
  const here = ledger();
  const { gap } = here;
  if (!gap) return;
  here.gap = null; // what is lost while this is written begins another
  await writeGap(gap, new Date()).catch((error) => {
    here.gap = { since: gap.since, count: gap.count + (here.gap?.count ?? 0) };
    throw error;
  });
  log().error({ transfers: gap.count, since: gap.since }, "Transfers were lost.");
}
