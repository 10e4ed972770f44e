import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { offerSetUp } from "@/lib/accounts/setup-mutations";
import { feedSubject } from "@/lib/downloads/subject";
import { witnessOf } from "@/lib/downloads/witness";
import { flushLedger } from "@/lib/downloads/writer";
import { freshFeed } from "@/lib/feed/rendering";
import { provideStore } from "@/lib/media/store";
import { closeDatabase, databaseUrl, db, provideDatabaseUrl } from "@/lib/platform/db";
import { migrate } from "@/lib/platform/migrations";
import { openStore } from "@/lib/storage/open";
import type { ObjectStore } from "@/lib/storage/port";
import { longwave, settingsFor } from "@/tests/support/command-line";
import { useDatabase } from "@/tests/support/database";
import { withSecondStep } from "@/tests/support/factors";
import { throwAwayFolder } from "@/tests/support/folder";
import { freePort } from "@/tests/support/free-port";
import { makeOwner } from "@/tests/support/people";
import { makeAudio, makeCompleteShow, makeDraft, makePublished } from "@/tests/support/shows";
import { bytesOf, eachStore, freshSettings, type OpenedStore } from "@/tests/support/stores";
import { createDatabase, dropDatabase } from "@/tests/support/throw-away-postgres";
import { begin } from "@/tests/support/uploading";

eachStore("a backup", (opened) => {
  useDatabase();
  const here = () => ({
    url: databaseUrl(),
    store: opened().store,
    settings: settingsFor(databaseUrl(), opened().settings),
  });

  it("restored into an empty house gives the same rows, the same objects and the same feed", async () => {
    const { show } = await fillHouse();
    const [first, folder, second] = [here(), join(throwAwayFolder(), "backup"), await emptyHouse(opened().kind)];
    const feed = await feedOf(show.id, first.store);

    const taken = await longwave(["backup", folder], first.settings);
    expect(taken).toMatchObject({ code: 0, line: { folder, tables: expect.any(Number) } });
    const brought = await longwave(["restore", folder], second.settings);
    expect(brought).toMatchObject({ code: 0, line: { rows: taken.line.rows, objects: taken.line.objects } });

    expect(await rowsIn(second.url)).toEqual(await rowsIn(first.url));
    expect(await objectsIn(second.store)).toEqual(await objectsIn(first.store, { except: "feeds/" }));
    await inHouse(second, first, async () => expect(await feedOf(show.id, second.store)).toEqual(feed));
  });

  it("ends the uploads that were under way and frees what was put aside for them", async () => {
    const { owner, show } = await fillHouse();
    const { id } = await begin(owner, show, 5_000_000);
    const [first, folder, second] = [here(), join(throwAwayFolder(), "backup"), await emptyHouse(opened().kind)];
    await longwave(["backup", folder], first.settings);
    await longwave(["restore", folder], second.settings);
    await inHouse(second, first, async () => {
      expect(await db().upload.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "aborted" });
      expect(await db().workspace.count({ where: { bytesReserved: { not: 0 } } })).toBe(0);
    });
    await db().upload.deleteMany({ where: { id } });
    await db().workspace.updateMany({ data: { bytesReserved: 0 } });
  });

  it("brings accounts with a second step back under the same secret, and says that they are locked out under another", async () => {
    const { owner } = await fillHouse();
    await withSecondStep({ ...owner.actor, via: "session" }, new Date());
    const [first, folder, second] = [here(), join(throwAwayFolder(), "backup"), await emptyHouse(opened().kind)];
    const taken = await longwave(["backup", folder], first.settings);
    expect(taken.words).toContain("Not in it: APP_SECRET");
    const third = await emptyHouse(opened().kind);
    expect(await longwave(["restore", folder], second.settings)).toMatchObject({ code: 0 });
    const APP_SECRET = "another secret, made by a new house, of 32 letters";
    const brought = await longwave(["restore", folder], { ...third.settings, APP_SECRET });
    expect(brought).toMatchObject({ code: 1, line: { rows: taken.line.rows, error: { code: "other-secret" } } });
    expect(brought.line.error?.message).toContain("An account asks");
  });

  it("never overwrites a folder, a database or a store", async () => {
    await fillHouse();
    const [first, parent, second] = [here(), throwAwayFolder(), await emptyHouse(opened().kind)];
    const folder = join(parent, "backup");
    await longwave(["backup", folder], first.settings);
    const refusals = [
      await longwave(["backup", folder], first.settings),
      await longwave(["restore", folder], first.settings),
      await longwave(["restore", folder], settingsFor(second.url, opened().settings)),
    ];
    expect(refusals.map(({ code, line }) => [code, line.error?.code])).toEqual(Array(3).fill([1, "not-empty"]));
    expect(readdirSync(parent)).toEqual(["backup"]);
    expect(await longwave(["restore", folder], second.settings)).toMatchObject({ code: 0 });
  });

  it("goes into a house that was started and not set up yet", async () => {
    await fillHouse();
    const [first, folder, second] = [here(), join(throwAwayFolder(), "backup"), await emptyHouse(opened().kind)];
    await longwave(["backup", folder], first.settings);
    await migrate(second.url);
    await inHouse(second, first, () => offerSetUp());
    expect(await longwave(["restore", folder], second.settings)).toMatchObject({ code: 0 });
    expect(await rowsIn(second.url)).toEqual(await rowsIn(first.url));
  });

  it("that was changed is refused, and the house stays empty", async () => {
    await fillHouse();
    const [first, folder, second] = [here(), join(throwAwayFolder(), "backup"), await emptyHouse(opened().kind)];
    await longwave(["backup", folder], first.settings);
    const audio = join(folder, "objects", "audio");
    const [name = ""] = readdirSync(audio);
    for (const file of [join(audio, name), join(folder, "tables", "Show.copy"), join(folder, "objects.jsonl")]) {
      renameSync(file, `${file}.aside`);
      writeFileSync(file, "not what it was");
      const { code, line } = await longwave(["restore", folder], second.settings);
      expect([file, code, line.error?.code]).toEqual([file, 1, "damaged-backup"]);
      expect(await objectsIn(second.store)).toEqual({});
      rmSync(file);
      renameSync(`${file}.aside`, file);
    }
    expect(await longwave(["restore", folder], second.settings)).toMatchObject({ code: 0 });
  });

  it("says which objects the store has lost, and holds all others", async () => {
    const { show } = await fillHouse();
    const lost = await makeAudio(show);
    await opened().store.delete(lost.key);
    const folder = join(throwAwayFolder(), "backup");
    const { code, line } = await longwave(["backup", folder], here().settings);
    expect([code, line.error?.code, line.unreadable]).toEqual([1, "objects-unreadable", [lost.key]]);
    const second = await emptyHouse(opened().kind);
    expect(await longwave(["restore", folder], second.settings)).toMatchObject({ code: 0 });
    await db().media.delete({ where: { id: lost.id } });
  });
});

it("needs no superuser to be restored", async () => {
  const [folder, house] = [join(throwAwayFolder(), "backup"), await emptyHouse("filesystem")];
  await longwave(["backup", folder], settingsFor(await migratedDatabase(), { s3: null, dataDir: throwAwayFolder() }));
  const settings = { ...house.settings, DATABASE_URL: await handOver(house.url) };
  expect(await longwave(["restore", folder], settings)).toMatchObject({ code: 0 });
  const keys = `select conname, pg_get_constraintdef(oid) from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace order by 1`;
  expect(await query(house.url, keys)).toEqual(await query(await migratedDatabase(), keys));
});

describe("a backup that cannot be", () => {
  useDatabase();

  it("is a folder without a finished one", async () => {
    const [folder, house] = [throwAwayFolder(), await emptyHouse("filesystem")];
    mkdirSync(join(folder, "tables"));
    writeFileSync(join(folder, "manifest.json.new"), "{}");
    expect((await longwave(["restore", folder], house.settings)).line.error?.code).toBe("not-a-backup");
    writeFileSync(join(folder, "manifest.json"), `{"format": 1}`);
    expect((await longwave(["restore", folder], house.settings)).line.error?.code).toBe("not-a-backup");
  });

  it("is one of a store that is away, of which nothing is left", async () => {
    const owner = await makeOwner();
    await makeCompleteShow(owner);
    const s3 = { region: "us-east-1", bucket: "longwave", accessKeyId: "key", secretAccessKey: "secret" };
    const endpoint = `http://127.0.0.1:${await freePort()}`;
    const settings = settingsFor(databaseUrl(), {
      s3: { ...s3, endpoint, publicEndpoint: null },
      dataDir: throwAwayFolder(),
    });
    const parent = throwAwayFolder();
    const { code, line } = await longwave(["backup", join(parent, "backup")], settings);
    expect([code, line.error?.code]).toEqual([1, "store-unavailable"]);
    expect(readdirSync(parent)).toEqual([]);
  });

  it("is one of a house that was never started", async () => {
    const [folder, house] = [join(throwAwayFolder(), "backup"), await emptyHouse("filesystem")];
    expect((await longwave(["backup", folder], house.settings)).line.error?.code).toBe("nothing-there");
    expect(existsSync(folder)).toBe(false);
  });

  it("is one of other tables, which is left to the version that made it", async () => {
    const [folder, house] = [join(throwAwayFolder(), "backup"), await emptyHouse("filesystem")];
    await longwave(["backup", folder], settingsFor(databaseUrl(), { s3: null, dataDir: throwAwayFolder() }));
    const path = join(folder, "manifest.json");
    const { default: manifest } = await import(path, { with: { type: "json" } });
    writeFileSync(path, JSON.stringify({ ...manifest, migrations: ["20990101000000_later"] }));
    expect((await longwave(["restore", folder], house.settings)).line.error?.code).toBe("other-version");
  });
});

type House = { url: string; store: ObjectStore; settings: Record<string, string> };

/** A show with text that COPY must escape, an episode of each state, and a second show. */
async function fillHouse() {
  const owner = await makeOwner({ name: "Tab\tand \\N and ‘quotes’" });
  const show = await makeCompleteShow(owner, {
    title: "夜の汽車",
    description: "First line\nsecond \\. line\twith a tab",
  });
  await makePublished(owner, show, { title: "One", notes: '<p>It\'s "quoted"</p>' }, new Date(Date.now() - 86_400_000));
  await makePublished(owner, show, { title: "Two" }, new Date(Date.now() + 86_400_000));
  await makeDraft(owner, show, { title: "Three" });
  await makePublished(owner, await makeCompleteShow(owner, { title: "Other" }));
  await makeTransfers(show);
  return { owner, show };
}

/** On two days, one of them long ago, with what a client says of itself. */
async function makeTransfers(show: { id: string; workspaceId: string }): Promise<void> {
  const asking = { method: "GET", address: "203.0.113.7", userAgent: "A\tB", referrer: null, range: null } as const;
  for (const at of [new Date(), new Date("2025-12-31T23:59:59.999Z")]) {
    const witness = witnessOf(feedSubject(show), { ...asking, lane: "route" }, () => at);
    witness?.began({ status: 200, range: null });
    witness?.ended("complete");
  }
  await flushLedger();
}

/** A database that is up to date and empty. */
async function migratedDatabase(): Promise<string> {
  const { url, template } = inject("postgres");
  const address = await createDatabase(url, template);
  onTestFinished(() => dropDatabase(url, address));
  return address;
}

/** Gives the database to somebody who may do nothing else, and answers their address of it. */
async function handOver(address: string): Promise<string> {
  const role = `tenant_${randomBytes(6).toString("hex")}`;
  const theirs = new URL(address);
  await query(address, `create role ${role} login nosuperuser password 'rented'`);
  await query(address, `alter database ${theirs.pathname.slice(1)} owner to ${role}`);
  onTestFinished(() =>
    query(address, `reassign owned by ${role} to current_user; drop owned by ${role}; drop role ${role}`).then(
      () => {},
    ),
  );
  theirs.username = role;
  theirs.password = "rented";
  return theirs.href;
}

async function query(address: string, sql: string): Promise<unknown[]> {
  const client = new Client(address);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function emptyHouse(kind: OpenedStore["kind"]): Promise<House> {
  const { url } = inject("postgres");
  const address = await createDatabase(url);
  const settings = await freshSettings(kind);
  const store = openStore(settings);
  onTestFinished(async () => {
    await store.close();
    rmSync(settings.dataDir, { recursive: true, force: true });
    await dropDatabase(url, address);
  });
  return { url: address, store, settings: settingsFor(address, settings) };
}

/** Lets this process live in the second house for a moment. */
async function inHouse(second: House, first: House, look: () => Promise<unknown>): Promise<void> {
  await moveInto(second);
  try {
    await look();
  } finally {
    await moveInto(first);
  }
}

async function moveInto({ url, store }: House): Promise<void> {
  await closeDatabase();
  provideDatabaseUrl(url);
  provideStore(store);
}

async function feedOf(showId: string, store: ObjectStore): Promise<string> {
  const show = await db().show.findUniqueOrThrow({ where: { id: showId } });
  const feed = await freshFeed(show, new Date());
  return (await bytesOf(await store.read(feed?.key ?? "", null, new AbortController().signal))).toString();
}

/** All rows of all tables as text, but for kept feeds. */
async function rowsIn(url: string): Promise<Record<string, unknown[]>> {
  const tables = await query(url, "select tablename as name from pg_tables where schemaname = 'public' order by 1");
  const rows: Record<string, unknown[]> = {};
  for (const { name } of tables as { name: string }[]) {
    if (["AddressKey", "Feed", "_prisma_migrations"].includes(name)) continue;
    rows[name] = await query(url, `select t::text as row from "${name}" t order by 1`);
  }
  return rows;
}

async function objectsIn(store: ObjectStore, { except = "\n" } = {}): Promise<Record<string, string>> {
  const objects: Record<string, string> = {};
  for await (const { key } of store.list("")) {
    if (key.startsWith(except)) continue;
    objects[key] = (await bytesOf(await store.read(key, null, new AbortController().signal))).toString("base64");
  }
  return objects;
}
