// One of the processes that WEB_CONCURRENCY asks for: it answers requests; database, jobs and locks are the first one's (server.ts).
import { ourAdmission } from "@/caps";
import type { Report } from "@/lib/delivery/admission";
import { store } from "@/lib/media/store";
import { closeDatabase, provideDatabaseUrl } from "@/lib/platform/db";
import { stopJobs } from "@/lib/platform/jobs";
import { leaveOnSignal } from "@/lib/platform/leave";
import { closeListening } from "@/lib/platform/listening";
import type { Reply, Word } from "@/lib/platform/processes";
import { prepareServing, takeOurPort } from "@/serving";

/** What each begins with. */
export type Beginning = { databaseUrl: string };

type Work = {
  door: ReturnType<typeof ourAdmission>;
  open: Awaited<ReturnType<typeof prepareServing>> | null;
  close: () => Promise<void>;
  left: Promise<void> | null;
};

/** How soon the others know of a stream that was begun here: so much later the caps hold across processes. */
const REPORT_MS = 200;

/** Does what the first process says, until that says to leave or is gone. */
export function serveAmongMany(fail: (sentence: string) => never): void {
  process.umask(0o077); // as layGround does
  const work: Work = { door: ourAdmission({ reports: true }), open: null, close: async () => {}, left: null };
  const leave = () => (work.left ??= end(work));
  leaveOnSignal(() => {}, leave);
  process.on("message", (word: Word) => {
    carryOut(work, word, leave).catch((error: Error) => fail(error.message));
  });
  setInterval(() => {
    const report = work.door.report();
    if (report) tell({ kind: "say", said: report });
  }, REPORT_MS).unref();
  tell({ kind: "here" });
}

async function carryOut(work: Work, word: Word, leave: () => Promise<void>): Promise<void> {
  if (word.kind === "heard") return work.door.hear(word.from, word.said as Report | null);
  if (word.kind === "joined") return work.door.reportAll();
  if (word.kind === "leave") return leave().then(() => process.exit(0));
  if (word.kind === "begin") {
    provideDatabaseUrl((word.with as Beginning).databaseUrl);
    work.open = await prepareServing({ door: work.door });
    return tell({ kind: "prepared" });
  }
  const door = await takeOurPort();
  if (work.open) work.close = work.open(door);
}

async function end({ close }: Work): Promise<void> {
  await close();
  await stopJobs();
  await store().close();
  await closeListening();
  await closeDatabase();
}

function tell(reply: Reply): void {
  if (process.connected) process.send?.(reply);
}
