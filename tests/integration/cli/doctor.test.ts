import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { expect, inject, it, onTestFinished } from "vitest";
import { longwave, settingsFor } from "@/tests/support/command-line";
import { throwAwayFolder } from "@/tests/support/folder";
import { freePort } from "@/tests/support/free-port";
import { usualSettings } from "@/tests/support/stores";
import { createDatabase, dropDatabase } from "@/tests/support/throw-away-postgres";

type Check = { name: string; ok: boolean; found: string; remedy: string | null };

const examine = async (settings: Record<string, string>) => {
  const { code, line } = await longwave(["doctor"], settings);
  const checks = line.checks as Check[];
  return { code, error: line.error, ill: checks.filter(({ ok }) => !ok), names: checks.map(({ name }) => name) };
};

async function database(template?: string): Promise<string> {
  const { url } = inject("postgres");
  const address = await createDatabase(url, template);
  onTestFinished(() => dropDatabase(url, address));
  return address;
}

const APP_SECRET = "a secret that only tests may know about";

it("finds nothing wrong with a house that is in order", async () => {
  const url = await database(inject("postgres").template);
  const store = await usualSettings();
  const { code, ill, names } = await examine(settingsFor(url, store));
  expect({ code, ill }).toEqual({ code: 0, ill: [] });
  const disk = store.s3 ? [] : ["disk"]; // with database and store elsewhere next to nothing is kept here
  expect(names).toEqual(["settings", "data folder", ...disk, "database", "migrations", "second steps", "store"]);
});

it("says that accounts with a second step were set up under another secret, and what helps", async () => {
  const url = await database(inject("postgres").template);
  await query(
    url,
    `insert into "User" (id, email, name, "totpSecret", "totpEnabledAt")
    values (gen_random_uuid(), 'ada@example.org', 'Ada', 'c2VhbGVkIHVuZGVyIGFub3RoZXIgc2VjcmV0IG9mIHRoZSBob3VzZQ', now())`,
  );
  const { code, ill } = await examine(settingsFor(url, { s3: null, dataDir: throwAwayFolder() }));
  expect({ code, ill }).toMatchObject({ code: 1, ill: [{ name: "second steps" }] });
  expect(ill[0]?.remedy).toMatch(/APP_SECRET.*user create --admin/);
});

it("finds nothing wrong with a machine where nothing was started yet, and makes nothing there", async () => {
  const dataDir = join(throwAwayFolder(), "later");
  expect(await examine({ LONGWAVE_DATA_DIR: dataDir })).toMatchObject({ code: 0, ill: [] });
  expect(await examine({ LONGWAVE_DATA_DIR: dataDir })).toMatchObject({ code: 0, ill: [] });
});

it("names every bad setting", async () => {
  const { code, ill } = await examine({ PORT: "many", APP_URL: "pod", LONGWAVE_DATA_DIR: throwAwayFolder() });
  expect([code, ill.length, ill[0]?.name]).toEqual([1, 1, "settings"]);
  expect(ill[0]?.found).toMatch(/PORT[\s\S]*APP_URL/);
});

it("says that the database is away and goes on to the store", async () => {
  const DATABASE_URL = `postgresql://nobody@127.0.0.1:${await freePort()}/nothing`;
  const { code, ill, names } = await examine({ DATABASE_URL, APP_SECRET, LONGWAVE_DATA_DIR: throwAwayFolder() });
  expect([code, ill.map(({ name }) => name)]).toEqual([1, ["database"]]);
  expect(ill[0]?.remedy).toContain("DATABASE_URL");
  expect(names).toContain("store");
});

it("names the migrations that were not applied, and applies none", async () => {
  const settings = settingsFor(await database(), { s3: null, dataDir: throwAwayFolder() });
  for (const _ of [1, 2]) {
    const { ill } = await examine(settings);
    expect(ill).toMatchObject([{ name: "migrations", found: expect.stringContaining("_house") }]);
  }
});

it("says that the S3 server is away", async () => {
  const url = await database(inject("postgres").template);
  const endpoint = `http://127.0.0.1:${await freePort()}`;
  const s3 = { endpoint, region: "us-east-1", bucket: "longwave", accessKeyId: "key", secretAccessKey: "secret" };
  const { code, ill } = await examine(
    settingsFor(url, { s3: { ...s3, publicEndpoint: null }, dataDir: throwAwayFolder() }),
  );
  expect([code, ill.map(({ name }) => name)]).toEqual([1, ["store"]]);
  expect(ill[0]?.remedy).toContain("S3_ENDPOINT");
});

it("says that the data folder is a file", async () => {
  const file = join(throwAwayFolder(), "file");
  writeFileSync(file, "");
  const { code, ill } = await examine({ LONGWAVE_DATA_DIR: join(file, "data") });
  expect([code, ill.map(({ name }) => name)]).toEqual([1, ["data folder"]]);
});

it("says that the data folder cannot be written", async () => {
  const folder = process.getuid?.() === 0 ? "/proc" : throwAwayFolder(); // root may write wherever the system takes a file
  if (folder !== "/proc") chmodSync(folder, 0o500);
  const { ill } = await examine({ LONGWAVE_DATA_DIR: folder });
  expect(ill).toMatchObject([{ name: "data folder", found: expect.stringContaining("cannot be written") }]);
});

async function query(address: string, sql: string): Promise<void> {
  const client = new Client(address);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
