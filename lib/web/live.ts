import type { Actor } from "@/lib/accounts/actor";
import { standingOf } from "@/lib/accounts/standing";
import { DomainError } from "@/lib/platform/errors";
import type { LiveEvent, Topic } from "@/lib/platform/live";
import { hearLive } from "@/lib/platform/live-hub";
import { singleton } from "@/lib/platform/singleton";

export type { LiveEvent };

type Allow = (actor: Actor, asked: string[]) => Promise<Topic[]>;

type Viewer = {
  actor: Actor;
  sessionId: string | null;
  asked: string[];
  topics: Set<Topic>;
  allow: Allow;
  /** what the user could reach when the topics were last checked */
  standing: string | null;
  send(text: string): void;
  end(): void;
};

type Room = { viewers: Set<Viewer>; ending: (() => void) | null; beats: number; closed: boolean };

const WATCH_MS = 2_000;
const BEATS_BETWEEN_SIGNS = 10;
const MOST_OF_A_USER = 20;
const MOST_WAITING = 500;
const BEGIN = "retry: 2000\n\n";
/** Tells the browser not to come back by itself. */
const END = "event: end\ndata: {}\n\n";
const MISSED = "event: missed\ndata: {}\n\n";

const room = () => singleton<Room>("live-room", () => ({ viewers: new Set(), ending: null, beats: 0, closed: false }));

/**
 * What happens to the topics, as server-sent events, until the browser leaves, the session ends or the user is suspended.
 * It holds no connection to the database. Throws `not-found` when none of the topics is for the actor.
 */
export async function openLive(actor: Actor, sessionId: string | null, asked: string[], allow: Allow) {
  const here = room();
  if (here.closed) throw new DomainError("unavailable", "The house is stopping; come back in a moment.");
  const topics = new Set(await allow(actor, asked));
  if (topics.size === 0) throw new DomainError("not-found", "There is nothing at this address for you.");
  await watchOver(here);
  let leave = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const viewer = {
        ...{ actor, sessionId, asked, topics, allow, standing: null },
        ...sendingTo(controller, () => leave()),
      };
      leave = () => here.viewers.delete(viewer);
      here.viewers.add(viewer);
      viewer.send(BEGIN);
    },
    cancel: () => leave(),
  });
  makeRoom(here, actor.user.id);
  const headers = { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" };
  return new Response(stream, { headers });
}

/** What is watched in this process. */
export const watchedTopics = (): Topic[] => [...new Set([...room().viewers].flatMap(({ topics }) => [...topics]))];

/** Tells those in this process who watch the topic. */
export const tellWatchers = (event: LiveEvent): void => pass(room(), event);

/** Ends every stream, so that the server can stop. Browsers come back by themselves. */
export function endLive(): void {
  const here = room();
  here.closed = true;
  for (const viewer of here.viewers) viewer.end();
  here.ending?.();
}

function sendingTo(controller: ReadableStreamDefaultController<Uint8Array>, leave: () => void) {
  const end = () => {
    leave();
    try {
      controller.close();
    } catch {
      // the browser has left already
    }
  };
  return {
    end,
    send: (text: string) => {
      // One that reads nothing must not fill the memory.
      if ((controller.desiredSize ?? 0) < -MOST_WAITING) return end();
      controller.enqueue(new TextEncoder().encode(text));
    },
  };
}

/** The oldest of one user's many gives way. */
function makeRoom({ viewers }: Room, userId: string): void {
  const theirs = [...viewers].filter(({ actor }) => actor.user.id === userId);
  for (const viewer of theirs.slice(0, Math.max(0, theirs.length - MOST_OF_A_USER))) dismiss(viewer);
}

function dismiss(viewer: Viewer): void {
  viewer.send(END);
  viewer.end();
}

/** Begins to hear what is announced, and to look after those who are connected. */
async function watchOver(here: Room): Promise<void> {
  if (here.ending) return;
  const timer = setInterval(() => lookAfter(here), WATCH_MS);
  timer.unref();
  const hearing = hearLive((event) => pass(here, event));
  here.ending = () => {
    clearInterval(timer);
    here.ending = null;
    hearing.stop();
  };
  try {
    await hearing.ready;
  } catch (error) {
    here.ending?.();
    throw error;
  }
}

function pass({ viewers }: Room, event: LiveEvent | null): void {
  const text = event ? `data: ${JSON.stringify(event)}\n\n` : MISSED;
  for (const viewer of viewers) if (!event || viewer.topics.has(event.topic)) viewer.send(text);
}

/** Signs of life for whatever stands in between, and an end for those who may no longer watch. Tried again when it fails. */
async function lookAfter(here: Room): Promise<void> {
  const viewers = [...here.viewers];
  if (viewers.length === 0) return;
  here.beats += 1;
  if (here.beats % BEATS_BETWEEN_SIGNS === 0) for (const viewer of viewers) viewer.send(": here\n\n");
  const users = [...new Set(viewers.map(({ actor }) => actor.user.id))];
  const sessions = viewers.flatMap(({ sessionId }) => sessionId ?? []);
  const standing = await standingOf(users, sessions, new Date()).catch(() => null);
  for (const viewer of standing ? viewers : []) {
    if (!here.viewers.has(viewer)) continue; // gone while we asked
    const ended = viewer.sessionId !== null && !standing?.sessions.has(viewer.sessionId);
    const present = standing?.users.get(viewer.actor.user.id);
    if (ended || present === undefined) dismiss(viewer);
    else if (present !== viewer.standing) await checkAgain(viewer, present).catch(() => {});
  }
}

async function checkAgain(viewer: Viewer, standing: string): Promise<void> {
  viewer.topics = new Set(await viewer.allow(viewer.actor, viewer.asked));
  viewer.standing = standing;
}
