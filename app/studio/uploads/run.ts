import { type Answer, completeUpload, type KnownUpload, lookUp, type PartAddress } from "./house";
import { sendPart } from "./send-part";

/** How a run ended. "stopped": by whoever started it; "unreadable": the file is gone or was changed. */
export type End =
  | { kind: "sent" }
  | { kind: "stopped" }
  | { kind: "unreadable" }
  | { kind: "failed"; sentence: string };

type Job = {
  id: string;
  file: Blob;
  partSize: number;
  missing: PartAddress[];
  signal: AbortSignal;
  onProgress(sent: number): void;
  /** Whether the network seems to be gone. */
  onWaiting(waiting: boolean): void;
  /** The house is asked to put it together: the episode gets it with the answer. */
  onJoining(answer: Promise<unknown>): void;
};

const LANES = 3;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 20_000;
const MOST_REFUSALS = 5;
const SIGNED_OUT = "You are signed out. Sign in in another tab, then go on here.";

class Failed extends Error {}
class Unreadable extends Error {}

/** Sends what is missing, three parts at a time, until all is there and the house has put it together. */
export async function run(job: Job): Promise<End> {
  try {
    let missing = job.missing;
    for (let round = 0; round < MOST_REFUSALS; round++) {
      const whole = missing.length === 0 || (await sendAll(job, missing));
      if (whole && (await complete(job))) return { kind: "sent" };
      missing = await askAgain(job);
    }
    return { kind: "failed", sentence: "The house keeps refusing parts of this file. Cancel, and send it again." };
  } catch (error) {
    if (job.signal.aborted) return { kind: "stopped" };
    if (error instanceof Unreadable) return { kind: "unreadable" };
    if (error instanceof Failed) return { kind: "failed", sentence: error.message };
    throw error;
  }
}

/** False when the house refused one: its address ran out, for example. However it ends, nothing is under way any more then. */
async function sendAll(whole: Job, missing: PartAddress[]): Promise<boolean> {
  const broken = new AbortController();
  const job = { ...whole, signal: AbortSignal.any([whole.signal, broken.signal]) };
  const queue = [...missing];
  const under = new Map<number, number>();
  let there = job.file.size - missing.reduce((sum, { size }) => sum + size, 0);
  const tell = () => job.onProgress(there + [...under.values()].reduce((sum, bytes) => sum + bytes, 0));
  let refused = false;
  const lane = async () => {
    for (let part = queue.shift(); part && !refused; part = queue.shift()) {
      const { number, size } = part;
      const progress = (bytes: number) => {
        under.set(number, Math.min(bytes, size));
        tell();
      };
      if (await sendOne(job, part, progress)) there += size;
      else refused = true;
      under.delete(number);
      tell();
    }
  };
  // The first that breaks stops the others: what came of them would be told over what came of it.
  await Promise.all(Array.from({ length: LANES }, () => lane().catch((error) => broken.abort(error))));
  if (broken.signal.aborted) throw broken.signal.reason;
  return !refused;
}

/** Tries until it is there; false when it was refused. */
async function sendOne(
  job: Job,
  { number, size, url }: PartAddress,
  progress: (bytes: number) => void,
): Promise<boolean> {
  const from = (number - 1) * job.partSize;
  const piece = job.file.slice(from, from + size);
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    const sent = await sendPart(url, piece, progress, job.signal).catch(() => {
      throw new Unreadable();
    });
    if (job.signal.aborted) throw new Failed("Stopped.");
    if (sent.kind === "there") {
      job.onWaiting(false);
      return true;
    }
    if (sent.kind === "refused") return false;
    progress(0);
    job.onWaiting(true);
    await untilBetter(wait, job.signal);
  }
}

async function complete(job: Job): Promise<boolean> {
  const answer = await persist(job, () => {
    const asked = completeUpload(job.id);
    job.onJoining(asked);
    return asked;
  });
  if (answer.ok) return true;
  if (answer.status !== 409) throw new Failed(answer.sentence);
  return false;
}

async function askAgain(job: Job): Promise<PartAddress[]> {
  const answer = await persist<KnownUpload>(job, () => lookUp(job.id));
  if (!answer.ok) throw new Failed(answer.status === 401 ? SIGNED_OUT : answer.sentence);
  if (answer.value.state === "aborted") throw new Failed("This upload was given up. Send the file again.");
  return answer.value.missing;
}

/** Asks until there is an answer. */
async function persist<T>(job: Job, ask: () => Promise<Answer<T>>): Promise<NonNullable<Answer<T>>> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    const answer = await ask();
    if (job.signal.aborted) throw new Failed("Stopped.");
    job.onWaiting(answer === null);
    if (answer) return answer;
    await untilBetter(wait, job.signal);
  }
}

/** Until the time is over, the network is back, or nobody waits any more. */
function untilBetter(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener("online", end);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    addEventListener("online", end);
    signal.addEventListener("abort", end);
  });
}
