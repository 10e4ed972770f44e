import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { LiveEvent } from "@/lib/web/live";

type Tab = { heard: (LiveEvent | null)[]; leave(): void; vanish(): void; watch(topic: string): () => void };

let sources: Source[] = [];
let channels: Channel[] = [];
let ears: { type: string; hear: () => void }[] = [];

/** A message between tabs takes its time, so that two may claim at once. */
const UNDER_WAY_MS = 5;

/** A browser's connection to the house. */
class Source extends EventTarget {
  static CLOSED = 2;
  readyState = 0;
  onopen = () => {};
  onerror = () => {};
  onmessage = (_: { data: string }) => {};
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    sources.push(this);
  }
  close() {
    this.readyState = Source.CLOSED;
  }
  stand() {
    this.readyState = 1;
    this.onopen();
  }
  refuse() {
    this.close();
    this.onerror();
  }
}

class Channel {
  onmessage = (_: { data: unknown }) => {};
  readonly name: string;
  constructor(name: string) {
    this.name = name;
    channels.push(this);
  }
  postMessage(data: unknown) {
    if (!channels.includes(this)) return;
    const others = channels.filter((each) => each !== this && each.name === this.name);
    for (const other of others) setTimeout(() => channels.includes(other) && other.onmessage({ data }), UNDER_WAY_MS);
  }
}

beforeEach(() => {
  [sources, channels, ears] = [[], [], []];
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", Source);
  vi.stubGlobal("BroadcastChannel", Channel);
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("addEventListener", (type: string, hear: () => void) => ears.push({ type, hear }));
  vi.stubGlobal("removeEventListener", () => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const open = () => sources.filter(({ readyState }) => readyState !== Source.CLOSED);
const settle = () => vi.advanceTimersByTimeAsync(500);
const event: LiveEvent = { topic: "show:1", kind: "changeShow", id: "1", by: null };

async function openTab(): Promise<Tab> {
  vi.resetModules();
  const { watch } = await import("@/app/studio/live/line");
  const heard: (LiveEvent | null)[] = [];
  const begun = { ears: ears.length, channels: channels.length };
  watch("show:1", (each) => heard.push(each));
  const own = { ears: ears.slice(begun.ears), channels: channels.slice(begun.channels) };
  const vanish = () => {
    channels = channels.filter((channel) => !own.channels.includes(channel));
  };
  const leave = () => {
    for (const { type, hear } of own.ears) if (type === "pagehide") hear();
    queueMicrotask(vanish);
  };
  return { heard, leave, vanish, watch: (topic) => watch(topic, (each) => heard.push(each)) };
}

it("tabs without locks share one connection, and all of them hear what it tells", async () => {
  const tabs = [await openTab()];
  await settle();
  for (let more = 0; more < 6; more++) tabs.push(await openTab());
  await settle();
  tabs[3]?.watch("show:2");
  await vi.advanceTimersByTimeAsync(60_000);
  for (const source of open()) source.stand();
  expect(open()).toHaveLength(1);
  expect(decodeURIComponent(open()[0]?.url ?? "")).toContain("show:2");
  open()[0]?.onmessage({ data: JSON.stringify(event) });
  await settle();
  expect(tabs.map(({ heard }) => heard)).toEqual(tabs.map(() => [event]));
});

it("of tabs without locks that open at once one has the connection in the end", async () => {
  for (let tab = 0; tab < 5; tab++) await openTab();
  await settle();
  await settle();
  expect(open()).toHaveLength(1);
});

for (const [goes, seconds] of [
  ["leave", 1],
  ["vanish", 5],
] as const)
  it(`when the tab that leads without a lock ${goes === "leave" ? "is left" : "vanishes"}, the next has the connection within ${seconds} s, and all ask anew`, async () => {
    const first = await openTab();
    await settle();
    const rest = [await openTab(), await openTab()];
    await settle();
    const before = open();
    first[goes]();
    before[0]?.close();
    await vi.advanceTimersByTimeAsync(seconds * 1000);
    expect(open()).toHaveLength(1);
    open()[0]?.stand();
    await settle();
    expect(rest.map(({ heard }) => heard)).toEqual([[null], [null]]);
  });

it("a connection that the house ended is there again once a tab wants the same topic again, and all ask anew", async () => {
  const leader = await openTab();
  await settle();
  const other = await openTab();
  await settle();
  open()[0]?.stand();
  open()[0]?.dispatchEvent(new Event("end"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(open()).toHaveLength(0);
  other.watch("show:1")();
  await settle();
  expect(open()).toHaveLength(1);
  open()[0]?.stand();
  await settle();
  expect([leader.heard, other.heard]).toEqual([[null], [null]]);
});

it("one that was refused is asked for again by and by, and at once when the window is looked at", async () => {
  await openTab();
  await settle();
  await settle();
  open()[0]?.refuse();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(open()).toHaveLength(0);
  for (const { type, hear } of ears) if (type === "focus") hear();
  await settle();
  expect(open()).toHaveLength(1);
  open()[0]?.refuse();
  await vi.advanceTimersByTimeAsync(4_100);
  expect(open()).toHaveLength(1);
});
