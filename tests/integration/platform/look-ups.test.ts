import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, inject, it, onTestFinished, vi } from "vitest";
import { GET as feedRoute } from "@/app/(listen)/[show]/feed.xml/route";
import { GET as mediaRoute } from "@/app/media/[...path]/route";
import { audioAddress } from "@/lib/media/addresses";
import { CHANGES } from "@/lib/platform/changes";
import { closeDatabase, db, provideDatabaseUrl } from "@/lib/platform/db";
import { listen } from "@/lib/platform/listening";
import { type Finding, lookUp } from "@/lib/platform/look-ups";
import { until } from "@/tests/support/child";
import { useDatabase } from "@/tests/support/database";
import { makeOwner } from "@/tests/support/people";
import { call } from "@/tests/support/requests";
import { type Line, severedLine } from "@/tests/support/severed-line";
import { makeCompleteShow, makePublished, present } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";
import "@/tests/support/provided";

useDatabase();
useStore();

let direct = "";
let line: Line;

beforeAll(async () => {
  direct = present(await addressOfThisFile());
  line = await severedLine(direct);
  provideDatabaseUrl(line.url);
  await reads().warm();
});

/** What useDatabase provided. */
async function addressOfThisFile(): Promise<string> {
  const [row] = await db().$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
  await closeDatabase();
  const address = new URL(inject("postgres").url);
  address.pathname = `/${row?.name}`;
  return address.href;
}

/** A look-up of its own that counts how often it was read. */
function reads(finding: Partial<Finding<string>> = {}) {
  const [key, about] = [randomUUID(), randomUUID()];
  const seen = { count: 0 };
  const read = async () => {
    seen.count += 1;
    await db().$queryRaw`SELECT 1`;
    return { answer: `read ${seen.count}`, about: [about], until: null, ...finding };
  };
  const ask = (now = new Date()) => lookUp(key, now, read);
  const warm = () =>
    until("it is kept", async () => {
      const first = await ask();
      return first === (await ask());
    });
  return { key, about, ask, warm, seen };
}

const change = (id: string) => db().$executeRaw`SELECT pg_notify('longwave_changes', ${id})`;

/** Waits until the listening connection has heard of every change so far. */
async function settled(): Promise<void> {
  const marker = randomUUID();
  const heard = Promise.withResolvers<void>();
  const { ready, stop } = listen(CHANGES, {
    heard: (id) => id === marker && heard.resolve(),
    opened() {},
    lost() {},
  });
  await ready;
  await change(marker);
  await heard.promise;
  stop();
}

/** Cuts the line to the database until the end of the test, and waits until that was noticed. */
async function cut(): Promise<void> {
  const lost = Promise.withResolvers<void>();
  const { ready, stop } = listen(CHANGES, { heard() {}, opened() {}, lost: lost.resolve });
  await ready;
  onTestFinished(async () => {
    vi.restoreAllMocks();
    await line.mend();
    await until("the database is back", () =>
      reads()
        .warm()
        .then(
          () => true,
          () => false,
        ),
    );
  });
  line.cut();
  await lost.promise;
  stop();
}

async function changeElsewhere(id: string): Promise<void> {
  const client = new pg.Client({ connectionString: direct });
  await client.connect();
  await client.query("SELECT pg_notify('longwave_changes', $1)", [id]);
  await client.end();
}

describe("a look-up", () => {
  it("is read once however many ask at once, and not again", async () => {
    const { ask, seen } = reads();
    await settled();
    expect(new Set(await Promise.all(Array.from({ length: 100 }, () => ask())))).toEqual(new Set(["read 1"]));
    await ask();
    expect(seen.count).toBe(1);
  });

  it("is read again once what it is about changed, here at once and elsewhere soon, and otherwise not", async () => {
    const { ask, about } = reads();
    await settled();
    await ask();
    await change(randomUUID());
    expect(await ask()).toBe("read 1");
    await change(about);
    expect(await ask()).toBe("read 2");
    await changeElsewhere(about);
    await until("it is read again", async () => (await ask()) === "read 3", 1_000);
    await settled();
    const known = await ask();
    await change("all");
    expect(await ask()).not.toBe(known);
  });

  it("that began before a change is not kept, and nobody who asks after it gets its answer", async () => {
    const [key, about] = [randomUUID(), randomUUID()];
    await settled();
    const old = Promise.withResolvers<Finding<string>>();
    const first = lookUp(key, new Date(), () => old.promise);
    await change(about);
    await settled();
    const second = lookUp(key, new Date(), async () => ({ answer: "new", about: [about], until: null }));
    expect(await second).toBe("new");
    old.resolve({ answer: "old", about: [about], until: null });
    expect(await first).toBe("old");
    expect(await lookUp(key, new Date(), () => old.promise)).toBe("new");
  });

  it("holds before its time is over, not from then on, and not for an earlier moment", async () => {
    await settled();
    const start = new Date();
    const end = new Date(start.getTime() + 5_000);
    const { ask, seen } = reads({ until: end });
    await ask(start);
    await ask(new Date(end.getTime() - 1));
    expect(seen.count).toBe(1);
    await ask(end);
    await ask(new Date(start.getTime() - 1));
    expect(seen.count).toBe(3);
  });

  it("that finds nothing is kept for a second, until anything changes, and pushes out nothing that was found", async () => {
    await settled();
    const start = new Date();
    const [found, nothing] = [reads(), reads({ about: [] })];
    await Promise.all([found.ask(start), nothing.ask(start)]);
    await nothing.ask(start);
    expect(nothing.seen.count).toBe(1);
    await nothing.ask(new Date(start.getTime() + 1_000));
    expect(nothing.seen.count).toBe(2);
    await change(randomUUID());
    await nothing.ask(new Date(start.getTime() + 1_001));
    expect(nothing.seen.count).toBe(3);
    const madeUp = async () => ({ answer: null, about: [], until: null });
    for (let count = 0; count < 12_000; count += 1) await lookUp(randomUUID(), start, madeUp);
    await found.ask(start);
    expect(found.seen.count).toBe(1);
  });

  it("that failed is not kept", async () => {
    const key = randomUUID();
    const failing = () => Promise.reject(new Error("no"));
    await expect(lookUp(key, new Date(), failing)).rejects.toThrow("no");
    expect(await lookUp(key, new Date(), async () => ({ answer: "yes", about: [key], until: null }))).toBe("yes");
  });
});

describe("while the database is away", () => {
  it("listeners get feed and audio as before, and 503 with Retry-After for what is not known", async () => {
    const owner = await makeOwner();
    const show = await makeCompleteShow(owner);
    const [known, unknown] = [await makePublished(owner, show), await makePublished(owner, show, { title: "Two" })];
    const audio = (episode: typeof known, headers: Record<string, string> = {}) =>
      call(
        mediaRoute,
        { path: new URL(audioAddress(present(episode.audio))).pathname.split("/").slice(2) },
        { headers },
      );
    const feed = () => call(feedRoute, { show: show.slug });
    await feed();
    await settled();
    for (let time = 0; time < 3; time += 1) await Promise.all([feed(), audio(known)]);
    const etag = (await audio(known)).headers.get("etag") ?? "";
    await cut();
    const asked = [feed(), audio(known), audio(known, { range: "bytes=0-3" }), audio(known, { "if-none-match": etag })];
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 206, 304]);
    const refusal = await audio(unknown);
    expect([refusal.status, refusal.headers.get("retry-after")]).toEqual([503, "5"]);
    await line.mend();
    await until("it is there again", async () => (await audio(unknown)).status === 200);
  });

  it("an answer whose time is over stands for sixty seconds more, and is read anew as soon as that can be done", async () => {
    const start = new Date();
    const { ask, seen } = reads({ until: new Date(start.getTime() + 60_000) });
    await settled();
    const read = await ask(start);
    const askAt = (ms: number) => ask(new Date(start.getTime() + ms));
    await cut();
    expect(await askAt(60_000)).toBe(read);
    expect(await askAt(119_999)).toBe(read);
    await expect(askAt(120_000)).rejects.toThrow();
    await line.mend();
    await until("it is read anew", async () => (await askAt(60_000)) === `read ${seen.count}` && seen.count > 1);
  });

  it("a feed goes on after the moment when the next episode was due, for no time to be kept", async () => {
    const owner = await makeOwner();
    const show = await makeCompleteShow(owner);
    await makePublished(owner, show);
    const due = new Date(Date.now() + 1_500);
    await makePublished(owner, show, { title: "Due" }, due);
    const feed = () => call(feedRoute, { show: show.slug });
    await feed();
    await settled();
    for (let time = 0; time < 3; time += 1) expect((await feed()).status).toBe(200);
    await cut();
    await until("it is due", () => new Date() > due);
    const answer = await feed();
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "public, max-age=0"]);
    expect(await answer.text()).not.toContain("Due");
    await line.mend();
    await until("it is in the feed", async () => (await (await feed()).text()).includes("<title>Due</title>"));
  });

  it("a change that nobody could hear of is found out once the connection is back", async () => {
    const { ask, warm, about, seen } = reads();
    await warm();
    await cut();
    const read = seen.count;
    await changeElsewhere(about);
    await line.mend();
    await until("it is read again", async () => (await ask()) !== `read ${read}`, 3_000);
  });

  // The last one: it leaves the clock's time behind.
  it("what is known is answered for sixty seconds and no longer, and all is read again once it is back", async () => {
    const { ask, warm, seen } = reads();
    await warm();
    const read = seen.count;
    await cut();
    expect(await ask()).toBe(`read ${read}`);
    const clock = performance.now.bind(performance);
    const later = vi.spyOn(performance, "now").mockImplementation(() => clock() + 55_000);
    expect(await ask()).toBe(`read ${read}`);
    later.mockImplementation(() => clock() + 60_000);
    await expect(ask()).rejects.toThrow();
    await line.mend();
    await until("it is read again", async () => (await ask().catch(() => "")) === `read ${seen.count}`);
    await warm();
  });
});
