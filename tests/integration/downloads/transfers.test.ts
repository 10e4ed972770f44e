import { createHmac, randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { GET as getFeed } from "@/app/(listen)/[show]/feed.xml/route";
import { GET as getPreview } from "@/app/(listen)/preview/[token]/[file]/route";
import { GET } from "@/app/media/[...path]/route";
import { addressKey, destroyOldKeys } from "@/lib/downloads/address-keys";
import { openAtlas } from "@/lib/downloads/atlas";
import { enter, ledger, lose, MOST_WAITING } from "@/lib/downloads/ledger";
import { dropOldDays, makeDaysAhead } from "@/lib/downloads/partitions";
import { countLost, countRequests } from "@/lib/downloads/queries";
import { type Audience, audioSubject } from "@/lib/downloads/subject";
import { witnessOf } from "@/lib/downloads/witness";
import { closeLedger, flushLedger, startLedger } from "@/lib/downloads/writer";
import { createPreviewLink } from "@/lib/episodes/preview-mutations";
import { audioAddress } from "@/lib/media/addresses";
import { closeDatabase, databaseUrl, db, provideDatabaseUrl } from "@/lib/platform/db";
import { airEpisode, openExpressLane } from "@/tests/support/airing";
import { until } from "@/tests/support/child";
import { useDatabase } from "@/tests/support/database";
import { throwAwayFolder } from "@/tests/support/folder";
import { somebodyWaits } from "@/tests/support/locks";
import { networksFile } from "@/tests/support/networks-file";
import { makeHouseAdmin } from "@/tests/support/people";
import { listen } from "@/tests/support/raw-listener";
import { call } from "@/tests/support/requests";
import { makeAudio, makeDraft, makePublished } from "@/tests/support/shows";
import { bytesOf, useStore } from "@/tests/support/stores";
import { storm } from "@/tests/support/transfer-storm";

useDatabase();
useStore();

const size = 600_000;
const raw = "203.0.113.77";
type Row = Record<string, unknown>;

beforeEach(async () => startLedger(await openAtlas(null)));

describe("a transfer", () => {
  it("says what left of an audio file, of what, and how it ended", async () => {
    const { path, episode, show, media } = await airEpisode(size);
    const port = await openExpressLane();
    const headers = { "user-agent": "AntennaPod/3.7.0", referer: "https://player.example/page?secret=1" };
    await listen(port, { path, headers: { ...headers, range: "bytes=1000-200999" } });
    expect(await written(show.id)).toEqual([
      expect.objectContaining({
        ...{ kind: "audio", audience: "public", lane: "express", method: "GET", status: 206, outcome: "complete" },
        ...{ workspaceId: show.workspaceId, episodeId: episode.id, mediaId: media.id },
        ...{ range: "bytes=1000-200999", firstByte: 1000n, bytes: 200_000n, country: null },
        ...{ agent: "AntennaPod/3.7.0", referrer: "https://player.example" },
      }),
    ]);
  });

  it.each(["express", "route"])("is left by each answer about audio or a feed on the lane %s", async (lane) => {
    const { path, show, media } = await airEpisode(size);
    const port = await openExpressLane();
    const ask = async (method: string, headers: Record<string, string>, feed = false) => {
      if (lane === "express") return listen(port, { path: feed ? `/${show.slug}/feed.xml` : path, method, headers });
      const said = { method, headers };
      const answer = feed
        ? await call(getFeed, { show: show.slug }, said)
        : await call(GET, { path: path.split("/").slice(2) }, said);
      return bytesOf(answer.body);
    };
    await ask("GET", {});
    await ask("HEAD", {});
    await ask("GET", { range: "bytes=900000-" });
    await ask("GET", { "if-none-match": `"${media.sha256}"` });
    await ask("GET", { "if-match": '"another"' });
    await ask("GET", {}, true);
    await ask("HEAD", {}, true);
    const rows = (await written(show.id)).map(({ kind, method, status, bytes }) => [kind, method, status, bytes]);
    expect(rows.toSorted()).toEqual([
      ["audio", "GET", 200, BigInt(size)],
      ["audio", "GET", 304, 0n],
      ["audio", "GET", 412, 0n],
      ["audio", "GET", 416, 0n],
      ["audio", "HEAD", 200, 0n],
      ["feed", "GET", 200, expect.any(BigInt)],
      ["feed", "HEAD", 200, 0n],
    ]);
  });

  it("tells members and guests from the public, and is not left by artwork", async () => {
    const { owner, show } = await airEpisode(size);
    const audio = await makeAudio(show);
    const draft = await makeDraft(owner, show, { media: audio.id });
    const token = await guestToken(draft);
    const path = new URL(audioAddress({ ...audio, extension: "mp3" })).pathname.split("/").slice(2);
    await bytesOf((await call(GET, { path }, { token: owner.token })).body);
    await bytesOf((await call(getPreview, { token, file: "audio.mp3" })).body);
    const artwork = await db().media.findFirstOrThrow({ where: { showId: show.id, kind: "artwork" } });
    await bytesOf((await call(GET, { path: ["artwork", `${artwork.id}.jpg`] })).body);
    expect((await written(show.id)).map(({ audience }) => audience).sort()).toEqual(["guest", "members"]);
  });

  it("of mixed requests on both lanes has the bytes that its listener got", { timeout: 120_000 }, () => storm(150));

  it("keeps of the address its country, and a mark under the key of its month", async () => {
    const { path, show } = await airEpisode(size);
    const from = (address: string) =>
      call(GET, { path: path.split("/").slice(2) }, { method: "HEAD", headers: { "x-longwave-address": address } });
    const addresses = [
      "8.8.8.8",
      "::ffff:8.8.8.8",
      "2a00:1450:4001:1::1",
      "2a00:1450:4001:1:ffff::2",
      "2a00:1450:4001:2::1",
    ];
    for (const address of addresses) await from(address);
    const rows = await written(show.id);
    expect(rows.map(({ country }) => country)).toEqual(["US", "US", "IE", "IE", "IE"]);
    const { key } = await db().addressKey.findUniqueOrThrow({ where: { month: new Date().toISOString().slice(0, 7) } });
    const mark = (text: string) => createHmac("sha256", key).update(text).digest("hex");
    const marks = ["8.8.8.8", "8.8.8.8", "2a00:1450:4001:1::/64", "2a00:1450:4001:1::/64", "2a00:1450:4001:2::/64"];
    expect(rows.map(({ listener }) => Buffer.from(listener as Uint8Array).toString("hex"))).toEqual(marks.map(mark));
  });

  it("says from which network it was asked for, and whether that is a data centre, where there is a file of networks", async () => {
    const file = join(throwAwayFolder(), "networks.mmdb");
    writeFileSync(file, networksFile([203, 0, 113], 24940));
    startLedger(await openAtlas(file));
    const { path, show } = await airEpisode(size);
    for (const address of ["203.0.113.9", "198.51.100.9"])
      await call(
        GET,
        { path: path.split("/").slice(2) },
        { method: "HEAD", headers: { "x-longwave-address": address } },
      );
    const rows = await written(show.id);
    expect(rows.map(({ asn, datacentre }) => [asn, datacentre])).toEqual([
      [24940n, true],
      [null, null],
    ]);
    writeFileSync(file, "no database");
    await expect(openAtlas(file)).rejects.toThrow(/ASN_DATABASE names .* cannot be read/);
  });

  it("leaves no address and no token anywhere in the database", async () => {
    const { owner, show, path } = await airEpisode(size);
    const draft = await makeDraft(owner, show, { media: (await makeAudio(show)).id });
    const token = await guestToken(draft);
    const referer = `https://pod.example/preview/${token}?token=${owner.token}`;
    const headers = { "x-longwave-address": raw, referer };
    await bytesOf((await call(GET, { path: path.split("/").slice(2) }, { token: owner.token, headers })).body);
    await bytesOf((await call(getPreview, { token, file: "audio.mp3" }, { headers })).body);
    expect(await written(show.id)).toHaveLength(2);
    const everything = await dump();
    expect(everything).toContain("https://pod.example");
    const secrets = [raw, Buffer.from([203, 0, 113, 77]).toString("hex"), Buffer.from(raw).toString("hex")];
    for (const secret of [...secrets, token, owner.token]) expect(everything).not.toContain(secret);
  });

  it("cuts what a client says of itself to a size", async () => {
    const { path, show } = await airEpisode(size);
    const headers = { "user-agent": `Long/${"x".repeat(5_000)}\u00ff`, range: `bytes=${"0".repeat(500)}-9` };
    await bytesOf((await call(GET, { path: path.split("/").slice(2) }, { headers })).body);
    const [row] = await written(show.id);
    expect([String(row?.agent).length, String(row?.range).length]).toEqual([300, 64]);
  });
});

describe("the requests of an episode", () => {
  it("are those of the public in the last 24 hours", async () => {
    const { owner, show, episode, media } = await airEpisode(size);
    const at = (hours: number) => new Date(Date.now() - hours * 3600_000);
    const heard = { ...media, episodeId: episode.id };
    transfers(heard, 4, at(1));
    transfers(heard, 2, at(23.9));
    transfers(heard, 8, at(24.1));
    transfers(heard, 16, at(1), "members");
    const other = await makePublished(owner, show, { title: "Nobody asks for it" });
    await flushLedger();
    expect(await countRequests(show, [episode.id, other.id], new Date())).toEqual(new Map([[episode.id, 6]]));
  });
});

describe("the ledger", () => {
  it("writes by itself within a second or so", async () => {
    const { show, media } = await airEpisode(size);
    transfers(media, 3);
    await vi.waitFor(async () => expect(await db().transfer.count({ where: { showId: show.id } })).toBe(3), {
      timeout: 5_000,
    });
  });

  it("writes what waits when the house stops", async () => {
    const { show, media } = await airEpisode(size);
    transfers(media, 3);
    await closeLedger();
    expect(await db().transfer.count({ where: { showId: show.id } })).toBe(3);
  });

  it("keeps the days that it is to keep, and drops those before them whole", async () => {
    const days = async () =>
      (
        await db().$queryRaw<{ name: string }[]>`
          SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = '"Transfer"'::regclass ORDER BY name`
      ).map(({ name }) => name.replaceAll('"', ""));
    await makeDaysAhead(new Date("2025-01-05T12:00:00Z"));
    await dropOldDays(new Date("2025-02-10T12:00:00Z"), 35);
    const left = await days();
    expect(left).not.toContain("Transfer_20250105");
    expect(left).toEqual(expect.arrayContaining(["Transfer_20250106", "Transfer_20250108"]));
  });

  it("makes the day of a transfer that it has no room for yet, whoever else does at once", async () => {
    const { show, media } = await airEpisode(size);
    transfers(media, 1, new Date("2026-01-05T23:59:59.999Z"));
    transfers(media, 1, new Date("2026-01-06T00:00:00.000Z"));
    await Promise.all([
      flushLedger(),
      makeDaysAhead(new Date("2026-01-05T12:00:00Z")),
      makeDaysAhead(new Date("2026-01-06T12:00:00Z")),
    ]);
    const parts = await db().$queryRaw<Row[]>`
      SELECT tableoid::regclass::text AS part FROM "Transfer" WHERE "showId" = ${show.id}::uuid ORDER BY 1`;
    expect(parts.map(({ part }) => part)).toEqual(['"Transfer_20260105"', '"Transfer_20260106"']);
  });

  it("keeps what the database does not take, and writes it once when it does", async () => {
    const { show, media } = await airEpisode(size);
    const url = databaseUrl();
    await closeDatabase();
    provideDatabaseUrl("postgresql://nobody@127.0.0.1:1/none");
    transfers(media, 3);
    await expect(flushLedger()).rejects.toThrow();
    expect(ledger().waiting).toHaveLength(3);
    await closeDatabase();
    provideDatabaseUrl(url);
    await Promise.all([flushLedger(), flushLedger()]);
    expect(await db().transfer.count({ where: { showId: show.id } })).toBe(3);
    expect(ledger().waiting).toHaveLength(0);
  });

  it("writes a transfer once however often it is given it", async () => {
    const { show, media } = await airEpisode(size);
    transfers(media, 1);
    const [again] = ledger().waiting;
    await flushLedger();
    if (again) enter(again);
    await flushLedger();
    expect(await db().transfer.count({ where: { showId: show.id } })).toBe(1);
  });

  it("counts what it finds no room for, and shows it", async () => {
    const { media } = await airEpisode(size);
    const here = ledger();
    here.wake = () => {};
    transfers(media, 1);
    const [one] = here.waiting;
    if (!one) throw new Error("Nothing was entered.");
    here.waiting.push(...Array<typeof one>(MOST_WAITING - 1).fill(one));
    transfers(media, 7);
    expect(here.waiting).toHaveLength(MOST_WAITING);
    here.waiting.length = 0;
    lose(3, new Date());
    await flushLedger();
    expect(await countLost(await makeHouseAdmin(), new Date())).toBe(10);
    expect(here.gap).toBeNull();
  });

  it("counts what is lost while it writes down how many were", async () => {
    const lost = await countLost(await makeHouseAdmin(), new Date());
    const [locked, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const holding = db().$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE "TransferGap" IN ACCESS EXCLUSIVE MODE`;
      locked.resolve();
      await held.promise;
    });
    await locked.promise;
    lose(3, new Date());
    const flushed = flushLedger();
    await until("it waits for the table", () => somebodyWaits());
    lose(4, new Date());
    held.resolve();
    await Promise.all([holding, flushed]);
    await flushLedger();
    expect(await countLost(await makeHouseAdmin(), new Date())).toBe(lost + 7);
  });

  it("destroys the key of a month 45 days after it, and no sooner", async () => {
    for (const month of ["2025-08", "2025-09", "2025-10"])
      await db().addressKey.create({ data: { month, key: randomBytes(32) } });
    const left = async (now: string) => {
      await destroyOldKeys(new Date(now));
      return (await db().addressKey.findMany({ where: { month: { lt: "2026" } } })).map(({ month }) => month).sort();
    };
    expect(await left("2025-10-15T23:59:59Z")).toEqual(["2025-08", "2025-09", "2025-10"]);
    expect(await left("2025-10-16T00:00:01Z")).toEqual(["2025-09", "2025-10"]);
    expect(await left("2025-11-14T23:59:59Z")).toEqual(["2025-09", "2025-10"]);
    expect(await left("2025-11-15T00:00:01Z")).toEqual(["2025-10"]);
  });

  it("forgets a key that another process destroyed within an hour", async () => {
    const key = await addressKey("2025-06");
    await db().addressKey.delete({ where: { month: "2025-06" } });
    const clock = performance.now.bind(performance);
    const later = vi.spyOn(performance, "now").mockImplementation(() => clock() + 59 * 60_000);
    onTestFinished(() => later.mockRestore());
    expect(await addressKey("2025-06")).toEqual(key);
    later.mockImplementation(() => clock() + 61 * 60_000);
    expect(await addressKey("2025-06")).not.toEqual(key);
  });
});

const guestToken = async (draft: Parameters<typeof createPreviewLink>[0]) =>
  (await createPreviewLink(draft, 7, new Date())).address.split("/").at(-1) ?? "";

/** Enters transfers of a file that left whole. */
function transfers(
  media: Parameters<typeof audioSubject>[0],
  count: number,
  at = new Date(),
  audience: Audience = "public",
): void {
  const asking = {
    method: "GET",
    address: raw,
    userAgent: "test",
    referrer: null,
    range: null,
    lane: "express",
  } as const;
  for (let index = 0; index < count; index++) {
    const witness = witnessOf(audioSubject(media, audience), asking, () => at);
    witness?.began({ status: 200, range: null });
    witness?.sent(size);
    witness?.ended("complete");
  }
}

async function written(showId: string): Promise<Row[]> {
  await flushLedger();
  return db().$queryRaw<Row[]>`
    SELECT t.*, t.kind::text, t.audience::text, t.lane::text, t.outcome::text, a.text AS agent, r.text AS referrer
    FROM "Transfer" t LEFT JOIN "InternedText" a ON a.id = t."agentId" LEFT JOIN "InternedText" r ON r.id = t."referrerId"
    WHERE t."showId" = ${showId}::uuid ORDER BY t."startedAt"`;
}

/** All rows of all tables as text. */
async function dump(): Promise<string> {
  const tables = await db().$queryRaw<
    { name: string }[]
  >`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await db().$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t`);
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join("\n");
}
