import type { LiveEvent } from "@/lib/web/live";
import { agree } from "./agree";
import { openStream } from "./stream";
import { tabId } from "./tab-id";

type Hear = (event: LiveEvent | null) => void;

type Message =
  | { say: "topics"; tab: string; topics: string[] }
  | { say: "gone"; tab: string }
  | { say: "who is there" }
  | { say: "event"; event: LiveEvent | null };

const NAME = "longwave-live";
const watchers = new Map<string, Set<Hear>>();
/** What the other tabs watch, as far as this one leads. */
const others = new Map<string, string[]>();
let channel: BroadcastChannel | null = null;
let stream: ReturnType<typeof openStream> | null = null;
let begun = false;

/**
 * Watches a topic until the returned function is called. All tabs of a browser share one connection: the one that holds the
 * lock has it and passes on what it hears; the next takes over when that tab closes. Where there are no locks (plain http)
 * the tabs agree among themselves.
 */
export function watch(topic: string, hear: Hear): () => void {
  begin();
  const hearers = watchers.get(topic) ?? new Set();
  watchers.set(topic, hearers.add(hear));
  tellTopics();
  return () => {
    hearers.delete(hear);
    if (hearers.size === 0 && watchers.get(topic) === hearers) watchers.delete(topic);
    tellTopics();
  };
}

function begin(): void {
  if (begun) return;
  begun = true;
  // Whoever comes back to a tab may have signed in again in the meantime.
  addEventListener("focus", tellTopics);
  if (typeof BroadcastChannel === "undefined") lead(false);
  else shareLine();
}

function shareLine(): void {
  channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }: MessageEvent<Message>) => hearTab(data);
  addEventListener("pagehide", () => channel?.postMessage({ say: "gone", tab: tabId() }));
  if ("locks" in navigator) queue();
  else agree(tabId(), { lead, resign });
}

function queue(): void {
  void navigator.locks
    .request(NAME, { ifAvailable: true }, (lock) => (lock ? holdOn(false) : null))
    .then(() => navigator.locks.request(NAME, () => holdOn(true)));
}

/** The lock is held as long as the tab lives. */
function holdOn(succeeding: boolean): Promise<never> {
  lead(succeeding);
  return new Promise(() => {});
}

function lead(succeeding: boolean): void {
  stream = openStream(tell, succeeding);
  channel?.postMessage({ say: "who is there" });
  tellTopics();
}

/** Another leads as well: this tab tells that one what it watches. */
function resign(): void {
  stream?.close();
  stream = null;
  others.clear();
  tellTopics();
}

function hearTab(message: Message): void {
  if (message.say === "event") deliver(message.event);
  else if (message.say === "who is there") tellTopics();
  else if (message.say === "topics") others.set(message.tab, message.topics);
  else others.delete(message.tab);
  stream?.want(wanted());
}

function tellTopics(): void {
  if (stream) stream.want(wanted());
  else channel?.postMessage({ say: "topics", tab: tabId(), topics: [...watchers.keys()] });
}

const wanted = () => new Set([...watchers.keys(), ...[...others.values()].flat()]);

function tell(event: LiveEvent | null): void {
  channel?.postMessage({ say: "event", event });
  deliver(event);
}

function deliver(event: LiveEvent | null): void {
  const hearers = event ? [...(watchers.get(event.topic) ?? [])] : [...watchers.values()].flatMap((each) => [...each]);
  for (const hear of hearers) hear(event);
}
