import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseFeed } from "feedsmith";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { encodeTone } from "@/scripts/demo/sound";
import { type Child, startChild } from "@/tests/support/child";
import { runForOneLine, settingsFor } from "@/tests/support/command-line";
import { throwAwayFolder } from "@/tests/support/folder";
import { freePort } from "@/tests/support/free-port";
import type { Demo } from "@/tests/support/house";
import { freshSettings } from "@/tests/support/stores";
import { createDatabase, dropDatabase } from "@/tests/support/throw-away-postgres";

const patience = 120_000;

// `npm test` builds first; without a build there is nothing to serve.
describe.skipIf(!existsSync(".next/BUILD_ID"))("npm run demo", () => {
  it("starts the app, makes a show of a folder's files in the order of their names, and ends with Ctrl-C", {
    timeout: patience,
  }, async () => {
    const { folder, files } = await audioFolder();
    const { demo, child } = await startDemo(await embedded(), ["--audio", folder]);
    expect(child.words()).toContain("Skipped 3 <broken>.mp3: ");
    expect(demo.episodes.map(({ title }) => title)).toEqual(['1 it\'s "one" & more', "題はタグから", "10 zehn"]);
    await expectServed(demo, files, '番組 "of" mine');

    child.process.kill("SIGINT");
    expect(await child.ended()).toBe(0);
    await expect(fetch(demo.feed)).rejects.toThrow();
  });

  it("uses the app that runs, makes music of its own and another show each time", { timeout: patience }, async () => {
    const settings = await embedded();
    const { demo: first } = await startDemo(settings, ["--audio", await oneFile()]);
    const { code, line } = await runForOneLine("scripts/demo.ts", [], settings);
    const second = line as unknown as Demo;
    expect(code).toBe(0);
    expect(second.episodes).toHaveLength(5);
    expect(new Set([first.feed, second.feed, first.email, second.email]).size).toBe(4);

    const folder = throwAwayFolder();
    writeFileSync(join(folder, "words.mp3"), "these are words");
    const refused = await runForOneLine("scripts/demo.ts", ["--audio", folder], settings);
    expect([refused.code, refused.line.error?.code]).toEqual([1, "no-audio"]);
    expect(refused.words).toContain("Skipped words.mp3: ");
  });

  it.skipIf(inject("s3") === null)(
    "sends the parts straight to the bucket where clients can reach it",
    { timeout: patience },
    async () => {
      const { folder, files } = await audioFolder();
      const { demo } = await startDemo(await grownUp(), ["--audio", folder]);
      await expectServed(demo, files, '番組 "of" mine');
    },
  );
});

async function startDemo(settings: Record<string, string>, args: string[]): Promise<{ demo: Demo; child: Child }> {
  const child = startChild("scripts/demo.ts", settings, args);
  onTestFinished(async () => {
    child.process.kill("SIGTERM");
    await child.ended();
  });
  const [line] = await child.said(/^\{"feed":.*\}$/m);
  return { demo: JSON.parse(line), child };
}

async function embedded(): Promise<Record<string, string>> {
  return { LONGWAVE_DATA_DIR: throwAwayFolder(), PORT: String(await freePort()), LOG_LEVEL: "error" };
}

async function grownUp(): Promise<Record<string, string>> {
  const { url } = inject("postgres");
  const address = await createDatabase(url);
  onTestFinished(() => dropDatabase(url, address));
  const { s3 } = await freshSettings("S3");
  const settings = settingsFor(address, { s3, dataDir: throwAwayFolder() });
  return { ...(await embedded()), ...settings, S3_PUBLIC_ENDPOINT: s3?.endpoint ?? "" };
}

async function oneFile(): Promise<string> {
  const folder = throwAwayFolder();
  await encodeTone({ seconds: 3, kind: "mp3", bitrateKbps: 64, seed: 4 }, join(folder, "one.mp3"));
  return folder;
}

/** Three files that the house takes and two that it does not, under names that are awkward. */
async function audioFolder(): Promise<{ folder: string; files: Buffer[] }> {
  const folder = join(throwAwayFolder(), '番組 "of" mine');
  mkdirSync(folder);
  const paths = ['1 it\'s "one" & more.mp3', "2 第二回 夜.m4a", "10 zehn.MP3"].map((name) => join(folder, name));
  const [one = "", two = "", ten = ""] = paths;
  await encodeTone({ seconds: 12, kind: "mp3", bitrateKbps: 64, seed: 1 }, one);
  await encodeTone({ seconds: 8, kind: "m4a", bitrateKbps: 64, seed: 2, title: "題はタグから" }, two);
  await encodeTone({ seconds: 300, kind: "mp3", bitrateKbps: 320, seed: 3 }, ten); // more than one part
  writeFileSync(join(folder, "3 <broken>.mp3"), "not audio");
  writeFileSync(join(folder, "notes.txt"), "not audio either");
  return { folder, files: paths.map((path) => readFileSync(path)) };
}

/** The feed names the files, the first one oldest, and gives them back byte by byte. */
async function expectServed(demo: Demo, files: Buffer[], title: string): Promise<void> {
  const { feed } = parseFeed(await (await fetch(demo.feed)).text()) as Extract<
    ReturnType<typeof parseFeed>,
    { format: "rss" }
  >;
  const items = (feed.items ?? []).toReversed();
  expect(feed.title).toBe(title);
  expect(items.map((item) => item.title)).toEqual(demo.episodes.map((episode) => episode.title));
  expect(items.map((item) => item.enclosures?.[0]?.url)).toEqual(demo.episodes.map(({ enclosure }) => enclosure));
  for (const [index, { enclosure, page, bytes, sha256 }] of demo.episodes.entries()) {
    const served = Buffer.from(await (await fetch(enclosure)).arrayBuffer());
    expect([served.equals(files[index] ?? Buffer.of()), served.length]).toEqual([true, bytes]);
    expect(createHash("sha256").update(served).digest("hex")).toBe(sha256);
    expect((await fetch(page)).status).toBe(200);
  }
}
