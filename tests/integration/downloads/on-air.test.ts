import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { startBroadcast } from "@/lib/downloads/broadcast";
import { findOnAir, type OnAir } from "@/lib/downloads/on-air";
import { listTopicsFor } from "@/lib/episodes/live-topics";
import { databaseUrl } from "@/lib/platform/db";
import { closeListening } from "@/lib/platform/listening";
import { AIR } from "@/lib/platform/live";
import { airEpisode, openExpressLane } from "@/tests/support/airing";
import { useDatabase } from "@/tests/support/database";
import { makeHouseAdmin, makeMember, makeOwner } from "@/tests/support/people";
import { listen, openListener } from "@/tests/support/raw-listener";
import { useStore } from "@/tests/support/stores";

useDatabase();
useStore();
afterAll(() => closeListening());

const size = 24 * 1024 * 1024;
const patience = { timeout: 10_000, interval: 50 };

describe("what is on the air of a show", () => {
  it("is told while listeners are there: streams, requests, bytes, episodes, apps", async () => {
    const { show, path, episode } = await airEpisode(size);
    const port = await openExpressLane();
    const { told } = watch([show.id]);
    const listeners = ["AntennaPod/3.7.0", "AntennaPod/3.6.0", "Mozilla/5.0 Firefox/140.0", "curl/8.1"].map((agent) =>
      openListener(port, { path, headers: { "user-agent": agent } }),
    );
    for (const listener of listeners) listener.once("data", () => listener.pause());
    await vi.waitFor(() => expect(last(told)).toMatchObject({ streams: 4 }), patience);
    await vi.waitFor(() => expect(total(last(told)?.requests)).toBe(4), patience);
    expect(total(last(told)?.bytes)).toBeGreaterThan(100_000);
    expect(last(told)?.episodes).toEqual([
      { id: episode.id, name: episode.title, show: show.title, language: "en", streams: 4, requests: 4 },
    ]);
    expect(last(told)?.apps).toEqual([
      { name: "AntennaPod", streams: 2, requests: 2 },
      { name: "Firefox", streams: 1, requests: 1 },
      { name: "curl", streams: 1, requests: 1 },
    ]);
    expect(await findOnAir(show, new Date())).toMatchObject({ streams: 4 });
    for (const listener of listeners) listener.destroy();
    await vi.waitFor(() => expect(last(told)).toMatchObject({ streams: 0 }), patience);
  });

  it("holds nothing of another show, and the house holds all", async () => {
    const [one, other] = [await airEpisode(1000), await airEpisode(1000)];
    const port = await openExpressLane();
    const { told } = watch([other.show.id, "house"]);
    await listen(port, { path: one.path });
    await listen(port, { path: `/${one.show.slug}/feed.xml` });
    await vi.waitFor(
      () => expect(last(told, "house")?.episodes.map(({ id }) => id)).toContain(one.episode.id),
      patience,
    );
    expect(total(last(told, other.show.id)?.requests)).toBe(0);
    expect(total((await findOnAir(one.show, new Date())).requests)).toBeLessThanOrEqual(2);
  });

  it("is told once a second at most, and hardly while nothing happens", async () => {
    const { show, path } = await airEpisode(1000);
    const port = await openExpressLane();
    const { told } = watch([show.id]);
    await vi.waitFor(() => expect(told).toHaveLength(1), patience);
    const before = performance.now();
    for (let index = 0; index < 300; index++) await listen(port, { path });
    const seconds = (performance.now() - before) / 1000;
    expect(told.length).toBeLessThanOrEqual(Math.ceil(seconds) + 2);
  });

  it("adds up what other processes send, and asks them only for what is watched", async () => {
    const { show, path } = await airEpisode(size);
    const port = await openExpressLane();
    const { heard, say } = await otherProcess();
    const { told } = watch([show.id]);
    await vi.waitFor(() => expect(heard).toContainEqual({ from: expect.any(String), watch: [show.id] }), patience);
    const sounds = { streams: 5, requests: Array(60).fill(1), bytes: Array(60).fill(2), episodes: [], apps: [] };
    const theirs = { ...sounds, apps: [{ name: "Castro", streams: 5, requests: 60 }] };
    await say({ from: "them", place: show.id, sounds: theirs });
    await vi.waitFor(() => expect(last(told)).toMatchObject({ streams: 5, apps: [{ name: "Castro" }] }), patience);
    expect(heard.filter((message) => "place" in message && message.from !== "them")).toEqual([]);
    await say({ from: "them", watch: [show.id] });
    const listener = openListener(port, { path });
    listener.once("data", () => listener.pause());
    const ours = expect.objectContaining({ place: show.id, sounds: expect.objectContaining({ streams: 1 }) });
    await vi.waitFor(() => expect(heard).toContainEqual(ours), patience);
    listener.destroy();
    // Whoever says nothing for five seconds has died.
    await vi.waitFor(() => expect(last(told)).toMatchObject({ streams: 0 }), patience);
  });

  it("is asked for in every place that is watched, however many", async () => {
    const { heard } = await otherProcess();
    const places = Array.from({ length: 1_000 }, () => randomUUID());
    watch(places);
    const asked = () => new Set(heard.flatMap((message) => ("watch" in message ? (message.watch as string[]) : [])));
    await vi.waitFor(() => expect(asked()).toEqual(new Set(places)), patience);
  });

  it("may be watched by the show's members, that of the house by its admins", async () => {
    const { owner, show } = await airEpisode(1000);
    const topic = `air:${show.id}`;
    const analyst = await makeMember(owner.workspaceId, "analyst");
    expect(await listTopicsFor(analyst.actor, [topic, "air:house"])).toEqual([topic]);
    expect(await listTopicsFor((await makeOwner()).actor, [topic, "air:house", "air:nonsense"])).toEqual([]);
    const { user } = await makeHouseAdmin();
    expect(await listTopicsFor({ user, workspaceId: null, via: "session" }, [topic, "air:house"])).toEqual([
      "air:house",
    ]);
  });
});

type Told = { place: string; onAir: OnAir };

function watch(places: string[]) {
  const told: Told[] = [];
  const end = startBroadcast({ watched: () => places, tell: (place, onAir) => void told.push({ place, onAir }) });
  onTestFinished(end);
  return { told };
}

const last = (told: Told[], place = told[0]?.place) => told.findLast((each) => each.place === place)?.onAir;
const total = (figures: number[] = []) => figures.reduce((sum, figure) => sum + figure, 0);

async function otherProcess() {
  const client = new Client(databaseUrl());
  const heard: Record<string, unknown>[] = [];
  client.on("notification", ({ payload }) => heard.push(JSON.parse(payload ?? "")));
  await client.connect();
  onTestFinished(() => client.end());
  await client.query(`LISTEN ${AIR}`);
  const say = (message: object) => client.query("SELECT pg_notify($1, $2)", [AIR, JSON.stringify(message)]);
  return { heard, say };
}
