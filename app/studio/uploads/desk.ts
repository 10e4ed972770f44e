import { type FileHandle, findHandle, forgetHandle, keepHandle } from "./handles";
import { giveUp, type KnownUpload, lookUp, openUpload, type PartAddress } from "./house";
import { refuseAnother, refuseFile } from "./look-at-file";
import { beat, forget, isSentElsewhere, type Remembered, remember, remembered } from "./memory";
import { nextPace, type Pace, startPace } from "./pace";
import { run } from "./run";

/** Where a file goes. */
export type Target = { show: string; episode: string; title: string };

/**
 * An upload as this tab shows it: looked at before it begins, on its way, held, without network, without its file (after a
 * reload), put together and checked by the house, and then ready or refused.
 */
export type Item = Target & {
  id: string | null;
  name: string;
  size: number;
  sent: number;
  rate: number | null;
  state: "looking" | "sending" | "paused" | "waiting" | "fileless" | "checking" | "ready" | "refused" | "failed";
  sentence: string | null;
};

type Work = { file: File | null; lastModified: number; stop: AbortController | null; pace: Pace };

const BEAT_MS = 4_000;
const CHECK_MS = 1_500;
const DRAWN_EVERY_MS = 200;
const UNDER_WAY = ["looking", "sending", "waiting", "checking"];
/** What only somebody's press sets going again. */
const HELD = ["paused", "fileless", "failed"];
const NO_ANSWER = "The house does not answer. Try again.";

let items: readonly Item[] = [];
const work = new Map<string, Work>();
const listeners = new Set<() => void>();
const joining = new Map<string, (answer: Promise<unknown>) => void>();

export const uploads = (): readonly Item[] => items;

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls back when the house is asked to give the episode what was sent: with the answer there is a new version of it. */
export function onJoining(episode: string, hear: (answer: Promise<unknown>) => void): () => void {
  joining.set(episode, hear);
  return () => void (joining.get(episode) === hear && joining.delete(episode));
}

/** Whether leaving the page now would break something off. */
export const isBusy = (): boolean => items.some(({ state }) => ["looking", "sending", "waiting"].includes(state));

/** Begins to send a file for the episode; what was on its way to that is given up first. */
export async function begin(target: Target, file: File, handle: FileHandle | null = null): Promise<void> {
  const before = find(target.episode);
  if (before) await cancel(before.episode);
  put({ ...target, id: null, name: file.name, size: file.size, sent: 0, rate: null, state: "looking", sentence: null });
  const { episode, show } = target;
  const job = { file, lastModified: file.lastModified, stop: null, pace: startPace(0, performance.now()) };
  work.set(episode, job);
  const isGone = () => work.get(episode) !== job; // cancelled, or another file took its place
  const refused = await refuseFile(file);
  if (isGone()) return;
  if (refused) return change(episode, { state: "refused", sentence: refused });
  const { name: filename, size, type } = file;
  const answer = await openUpload({ show, episode, filename, size, type });
  if (isGone()) return void (answer?.ok && giveUp(answer.value.id));
  if (!answer) return change(episode, { state: "failed", sentence: NO_ANSWER });
  if (!answer.ok) return change(episode, { state: "refused", sentence: answer.sentence });
  const { id, partSize, parts } = answer.value;
  change(episode, { id });
  remember({ ...target, id, name: filename, size, lastModified: file.lastModified, beat: Date.now() });
  if (handle) await keepHandle(id, handle);
  if (!isGone()) await send(episode, partSize, parts);
}

/** Goes on with what was held, failed, or lost its file by a reload: then `file` must be the same again. */
export async function goOn(episode: string, file?: File): Promise<void> {
  const item = find(episode);
  const job = work.get(episode);
  const chosen = file ?? job?.file;
  if (!item || !job || !chosen || !HELD.includes(item.state)) return;
  if (!item.id) return begin(item, chosen);
  change(episode, { state: "looking", sentence: null });
  const answer = await lookUp(item.id);
  if (work.get(episode) !== job) return;
  if (answer?.ok) return sendRest(item, job, chosen, answer.value);
  // Without the file a press alone would not do.
  change(episode, { state: job.file ? "failed" : "fileless", sentence: answer?.sentence ?? NO_ANSWER });
}

/** The browser still knows the file, and only wants to be asked: to be called on a press. */
export async function goOnWithHandle(episode: string): Promise<boolean> {
  const id = find(episode)?.id;
  const handle = id ? await findHandle(id) : null;
  if (!handle || (await handle.requestPermission?.()) !== "granted") return false;
  const file = await handle.getFile().catch(() => null);
  if (!file) return false;
  await goOn(episode, file);
  return true;
}

export function pause(episode: string): void {
  work.get(episode)?.stop?.abort();
  change(episode, { state: "paused", rate: null });
}

/** Gives an upload up: the house forgets its parts, and its room is free again. */
export async function cancel(episode: string): Promise<void> {
  const item = find(episode);
  if (!item) return;
  dismiss(episode);
  if (item.id) await giveUp(item.id);
}

/** Takes an upload off this tab's desk. */
export function dismiss(episode: string): void {
  const id = find(episode)?.id;
  work.get(episode)?.stop?.abort();
  work.delete(episode);
  if (id) drop(id);
  set(items.filter((item) => item.episode !== episode));
}

/** After a reload: takes up what was under way in this browser and no other tab sends. */
export async function restore(): Promise<void> {
  for (const upload of remembered()) {
    if (find(upload.episode) || isSentElsewhere(upload, Date.now())) continue;
    const answer = await lookUp(upload.id);
    if (!answer) continue;
    if (answer.ok && answer.value.state === "open") await takeUp(upload, answer.value);
    else drop(upload.id);
  }
}

/** While uploads run: other tabs are told, so that they leave them alone. */
export function keepAlive(): () => void {
  const tell = (at: number) =>
    beat(
      items.flatMap(({ id, state }) => (id && UNDER_WAY.includes(state) ? id : [])),
      at,
    );
  const clock = setInterval(() => tell(Date.now()), BEAT_MS);
  const leave = () => tell(0);
  addEventListener("pagehide", leave);
  return () => {
    clearInterval(clock);
    removeEventListener("pagehide", leave);
  };
}

async function takeUp(upload: Remembered, known: KnownUpload): Promise<void> {
  const { id, show, episode, title, name, size, lastModified } = upload;
  const sent = known.received.reduce((sum, part) => sum + part.size, 0);
  put({ ...{ id, show, episode, title, name, size, sent }, rate: null, state: "fileless", sentence: null });
  work.set(episode, { file: null, lastModified, stop: null, pace: startPace(sent, performance.now()) });
  const handle = await findHandle(id);
  if ((await handle?.queryPermission?.()) !== "granted") return;
  const file = await handle?.getFile().catch(() => null);
  if (file) await goOn(episode, file);
}

/** What the house has not of it yet, once it is sure that `file` is what the rest was. */
async function sendRest(item: Item, job: Work, file: File, known: KnownUpload): Promise<void> {
  const { episode } = item;
  if (known.state !== "open") {
    if (!settle(item, known)) await follow(known.id, episode);
    return;
  }
  const refused = job.file ? null : await refuseAnother(file, { ...item, lastModified: job.lastModified }, known);
  if (work.get(episode) !== job) return;
  if (refused) return change(episode, { state: "fileless", sentence: refused });
  job.file = file;
  await send(episode, known.partSize, known.missing);
}

async function send(episode: string, partSize: number, missing: PartAddress[]): Promise<void> {
  const [item, job] = [find(episode), work.get(episode)];
  if (!item?.id || !job?.file) return;
  const stop = new AbortController();
  const sent = item.size - missing.reduce((sum, { size }) => sum + size, 0);
  job.stop = stop;
  job.pace = startPace(sent, performance.now());
  change(episode, { state: "sending", sentence: null, sent, rate: null });
  const end = await run({
    ...{ id: item.id, file: job.file, partSize, missing, signal: stop.signal },
    onProgress: (bytes) => progress(episode, job, bytes),
    onJoining: (answer) => joining.get(episode)?.(answer),
    onWaiting: (waiting) => {
      if (!stop.signal.aborted) change(episode, { state: waiting ? "waiting" : "sending" });
    },
  });
  if (end.kind === "sent") await follow(item.id, episode);
  else if (end.kind === "failed") change(episode, { state: "failed", sentence: end.sentence });
  else if (end.kind === "unreadable") {
    job.file = null;
    change(episode, { state: "fileless", sentence: "The file can no longer be read: it was moved or changed." });
  }
}

let drawnAt = 0;

function progress(episode: string, job: Work, bytes: number): void {
  const now = performance.now();
  job.pace = nextPace(job.pace, bytes, now);
  if (now - drawnAt < DRAWN_EVERY_MS && bytes < (job.file?.size ?? 0)) return;
  drawnAt = now;
  change(episode, { sent: bytes, rate: job.pace.rate });
}

/** The house has it all, and looks at it. */
async function follow(id: string, episode: string): Promise<void> {
  change(episode, { state: "checking", rate: null });
  drop(id);
  for (;;) {
    const answer = await lookUp(id);
    const item = find(episode);
    if (item?.id !== id) return;
    if (answer && settle(item, answer.ok ? answer.value : null)) return;
    await new Promise((resolve) => setTimeout(resolve, CHECK_MS));
  }
}

/** Whether there is nothing more to wait for. */
function settle({ episode, id }: Item, known: KnownUpload | null): boolean {
  if (id) drop(id);
  const media = known?.media;
  if (known && (known.state === "completing" || media?.state === "checking")) {
    change(episode, { state: "checking", sentence: null });
    return false;
  }
  if (media?.state === "ready") change(episode, { state: "ready", sentence: null });
  else if (media) change(episode, { state: "refused", sentence: media.reason });
  else dismiss(episode);
  return true;
}

function drop(id: string): void {
  forget(id);
  void forgetHandle(id);
}

const find = (episode: string): Item | undefined => items.find((item) => item.episode === episode);
const put = (item: Item) => set([...items.filter(({ episode }) => episode !== item.episode), item]);

function change(episode: string, changes: Partial<Item>): void {
  set(items.map((item) => (item.episode === episode ? { ...item, ...changes } : item)));
}

function set(next: readonly Item[]): void {
  items = next;
  for (const listener of listeners) listener();
}
