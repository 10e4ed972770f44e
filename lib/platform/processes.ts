import cluster, { type Worker } from "node:cluster";
import { setTimeout as pause } from "node:timers/promises";

/** What the first process tells another: begin with this; take the port; one joined; one says this (null: it is gone); leave. */
export type Word =
  | { kind: "begin"; with: unknown }
  | { kind: "open" }
  | { kind: "joined" }
  | { kind: "heard"; from: number; said: unknown }
  | { kind: "leave" };

/** What it is told: here I am; everything is ready but the port; something for the others. */
export type Reply = { kind: "here" } | { kind: "prepared" } | { kind: "say"; said: unknown };

type Options = {
  count: number;
  /** what each begins with */
  with: unknown;
  say(sentence: string): void;
  /** before the first of them takes the port */
  makeRoom(): Promise<void>;
};

type Team = Options & {
  closing: boolean;
  up: boolean;
  /** called when one ends before all answer */
  giveUp: (error: Error) => void;
  failures: number;
  room: Promise<void> | null;
};

const LASTING_MS = 60_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Runs `count` processes of this program on one port, this one apart. Resolves when all answer; rejects when one ends before that.
 * One that ends later is replaced, later and later when it ends again and again. `close` lets all leave, and waits for it.
 */
export async function startProcesses(options: Options): Promise<{ close(): Promise<void> }> {
  const { promise: givenUp, reject: giveUp } = Promise.withResolvers<never>();
  const team: Team = { ...options, closing: false, up: false, giveUp, failures: 0, room: null };
  await Promise.race([givenUp, Promise.all(Array.from({ length: options.count }, () => add(team)))]);
  team.up = true;
  return { close: () => close(team) };
}

async function add(team: Team): Promise<void> {
  const worker = cluster.fork();
  const began = performance.now();
  worker.on("message", (reply: Reply) => hear(team, worker, reply));
  worker.on("error", () => {}); // a word to one who is just leaving
  await new Promise<void>((resolve) => {
    worker.once("listening", () => resolve());
    worker.once("exit", (code, signal) => {
      resolve();
      lose(team, worker, began, signal ?? code).catch((error: Error) => team.say(error.message));
    });
  });
}

function hear(team: Team, worker: Worker, reply: Reply): void {
  if (reply.kind === "say") tellOthers(worker, { kind: "heard", from: worker.id, said: reply.said });
  else if (reply.kind === "here") {
    tell(worker, { kind: "begin", with: team.with });
    tellOthers(worker, { kind: "joined" });
  } else {
    team.room ??= team.makeRoom();
    team.room.then(
      () => tell(worker, { kind: "open" }),
      (error: Error) => team.say(error.message),
    );
  }
}

function tellOthers({ id }: Worker, word: Word): void {
  for (const other of everyone()) if (other.id !== id) tell(other, word);
}

async function lose(team: Team, worker: Worker, began: number, why: unknown): Promise<void> {
  tellOthers(worker, { kind: "heard", from: worker.id, said: null });
  if (team.closing) return;
  if (!team.up) return team.giveUp(new Error("One of the processes ended before all of them answered."));
  team.failures = performance.now() - began > LASTING_MS ? 0 : team.failures + 1;
  const wait = Math.min(LONGEST_PAUSE_MS, 500 * 2 ** team.failures);
  team.say(`Process ${worker.process.pid} ended (${why}). Another takes its place in ${wait / 1000} s.`);
  await pause(wait);
  if (!team.closing) await add(team);
}

async function close(team: Team): Promise<void> {
  team.closing = true;
  const leaving = everyone().map((worker) => new Promise((resolve) => worker.once("exit", resolve)));
  for (const worker of everyone()) tell(worker, { kind: "leave" });
  await Promise.all(leaving);
}

const everyone = (): Worker[] => Object.values(cluster.workers ?? {}).flatMap((worker) => worker ?? []);

function tell(worker: Worker, word: Word): void {
  if (worker.isConnected()) worker.send(word);
}
