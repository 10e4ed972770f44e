import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { XMLValidator } from "fast-xml-parser";
import { parseFeed } from "feedsmith";
import { parseFeed as parseWithPartytime } from "podcast-partytime";
import sharp from "sharp";
import { encodeTone } from "@/scripts/demo/sound";
import type { Demo, House } from "@/tests/support/house";
import { isMissing, run, runNpm } from "@/tests/support/programs";
import { ask } from "./ask";
import { expect, test } from "./fixtures";

type Track = { title: string; file: string; kind: "mp3" | "m4a"; type: string; seconds: number; seed: number };

const mp3 = { kind: "mp3", type: "audio/mpeg" } as const;
const m4a = { kind: "m4a", type: "audio/x-m4a" } as const;
const tracks: Track[] = [
  { title: '1 it\'s "one" & <more>', file: '1 it\'s "one" & <more>.mp3', ...mp3, seconds: 90, seed: 1 },
  { title: "2 第二回 夜の電波", file: "2 第二回 夜の電波.m4a", ...m4a, seconds: 60, seed: 2 },
  { title: "10 zehn Grüße", file: "10 zehn Grüße.MP3", ...mp3, seconds: 12, seed: 3 },
];
const title = 'わたしの "radio" show';

// One demo for all tests of this file.
test.describe.configure({ mode: "default" });

let folder: string;
let made: Demo & { words: string };
/** What was encoded and what the demo says of it, one after the other. */
let episodes: (Track & Demo["episodes"][number] & { path: string })[];

test.beforeAll(async ({ foundHouse }) => {
  test.setTimeout(120_000);
  if (!foundHouse) return;
  folder = join(mkdtempSync(join(tmpdir(), "longwave-e2e-")), title);
  mkdirSync(folder);
  for (const track of tracks)
    await encodeTone({ ...track, title: undefined, bitrateKbps: 96 }, join(folder, track.file));
  writeFileSync(join(folder, "3 broken.mp3"), "This is no audio.");
  made = await runDemo(foundHouse);
  episodes = made.episodes.flatMap((episode, index) => {
    const track = tracks[index];
    return track ? { ...track, ...episode, path: join(folder, track.file) } : [];
  });
});

test.afterAll(() => folder && rmSync(join(folder, ".."), { recursive: true, force: true }));

// Asks for the house, so that all are skipped where there is none.
test.beforeEach(({ house }) => expect(made.feed).toContain(`${house.url}/`));

test("the demo makes an episode of each file that the house takes, and says why it takes another not", () => {
  expect(made.words).toContain("Skipped 3 broken.mp3: ");
  expect(made.episodes.map((episode) => episode.title)).toEqual(tracks.map((track) => track.title));
});

test("its feed is well-formed", async () => {
  const { body } = await ask(made.feed);
  expect(XMLValidator.validate(body.toString())).toBe(true);
  test.skip(isMissing("xmllint"), "There is no xmllint.");
  const file = test.info().outputPath("feed.xml");
  writeFileSync(file, body);
  await run("xmllint", ["--noout", file]);
});

test("feedsmith reads every field of it", async () => {
  const guids = await guidsOf(made);
  expect(parseFeed((await ask(made.feed)).body.toString())).toMatchObject({
    format: "rss",
    feed: {
      title,
      link: made.page,
      language: "en",
      atom: { links: [{ href: made.feed, rel: "self", type: "application/rss+xml" }] },
      itunes: { categories: [{ text: "Music" }], explicit: false, type: "episodic" },
      items: episodes.toReversed().map((episode) => ({
        title: episode.title,
        link: episode.page,
        guid: { value: guids.get(episode.title), isPermaLink: false },
        enclosures: [{ url: episode.enclosure, length: episode.bytes, type: episode.type }],
        itunes: { episode: episodes.indexOf(episode) + 1 },
      })),
    },
  });
});

test("podcast-partytime reads the same, newest first", async () => {
  const guids = await guidsOf(made);
  const read = parseWithPartytime((await ask(made.feed)).body.toString());
  expect(read).toMatchObject({
    title,
    link: made.page,
    items: episodes.toReversed().map((episode) => ({
      title: episode.title,
      guid: guids.get(episode.title),
      enclosure: { url: episode.enclosure, length: episode.bytes, type: episode.type },
    })),
  });
  const dates = read?.items.map(({ pubDate }) => pubDate?.getTime() ?? 0) ?? [];
  expect(new Set(dates).size).toBe(tracks.length);
  expect(dates).toEqual(dates.toSorted((one, other) => other - one));
  // Encoders add a little silence.
  for (const [index, { duration }] of read?.items.toReversed().entries() ?? [])
    expect(Math.abs(duration - (tracks[index]?.seconds ?? 0))).toBeLessThanOrEqual(1);
});

test("its enclosures are the files, byte by byte", async () => {
  for (const { path, enclosure, type, bytes, sha256 } of episodes) {
    const { status, headers, body } = await ask(enclosure);
    expect([status, headers["content-type"], body.length]).toEqual([200, type, bytes]);
    expect(body.equals(readFileSync(path))).toBe(true);
    expect(createHash("sha256").update(body).digest("hex")).toBe(sha256);
  }
});

test("curl carries on where a download broke off", async () => {
  test.skip(isMissing("curl"), "There is no curl.");
  for (const { path, enclosure, bytes, file } of episodes) {
    const half = Math.floor(bytes / 2);
    const got = test.info().outputPath(file);
    writeFileSync(got, readFileSync(path).subarray(0, half));
    const told = "%{http_code} %{size_download}";
    const { stdout } = await run("curl", ["-sS", "-C", "-", "-w", told, "-o", got, enclosure]);
    expect(stdout).toBe(`206 ${bytes - half}`);
    expect(readFileSync(got).equals(readFileSync(path))).toBe(true);
  }
});

test("ffmpeg seeks in the audio by asking for ranges", async () => {
  test.skip(isMissing("ffmpeg", "-version"), "There is no ffmpeg.");
  for (const { path, enclosure } of episodes.filter(({ seconds }) => seconds > 50)) {
    const [near, far] = [await heardAt(path), await heardAt(enclosure)];
    expect(far.sound).toBe(near.sound);
    expect(far.words).toMatch(/Range: bytes=[1-9]\d*-/);
  }
});

test("its artwork is a square JPEG as Apple wants it", async () => {
  const read = parseFeed((await ask(made.feed)).body.toString()) as { feed: { itunes?: { image?: string } } };
  const { status, headers, body } = await ask(read.feed.itunes?.image ?? "");
  expect([status, headers["content-type"]]).toEqual([200, "image/jpeg"]);
  const { format, width, height, space } = await sharp(body).metadata();
  expect({ format, space, height }).toEqual({ format: "jpeg", space: "srgb", height: width });
  expect(width).toBeGreaterThanOrEqual(1400);
  expect(width).toBeLessThanOrEqual(3000);
});

test("its pages show each episode under its title", async ({ page }) => {
  await page.goto(made.page);
  for (const track of tracks) await expect(page.getByRole("link", { name: track.title, exact: true })).toBeVisible();
  for (const episode of made.episodes) {
    await page.goto(episode.page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(episode.title);
  }
});

test("a second run makes a second show and leaves the first alone", async ({ house }) => {
  test.setTimeout(120_000);
  const before = await ask(made.feed);
  const second = await runDemo(house);
  expect(second.feed).not.toBe(made.feed);
  expect(second.episodes.map(({ sha256 }) => sha256)).toEqual(made.episodes.map(({ sha256 }) => sha256));
  expect((await ask(made.feed)).headers.etag).toBe(before.headers.etag);
});

/** `npm run -s demo` on the house's machine, with the house's settings. */
async function runDemo({ settings }: House): Promise<typeof made> {
  const { stdout, stderr } = await runNpm(["demo", "--", "--audio", folder], settings);
  return { ...JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? ""), words: stderr };
}

/** As the API tells them, by title. */
async function guidsOf({ feed, token }: Demo): Promise<Map<string, string>> {
  const { origin, pathname } = new URL(feed);
  const headers = { authorization: `Bearer ${token}` };
  const { body } = await ask(`${origin}/api/v1/shows/${pathname.split("/")[1]}/episodes`, { headers });
  return new Map(
    JSON.parse(body.toString()).items.map((item: { title: string; guid: string }) => [item.title, item.guid]),
  );
}

/** The second after the 50th, decoded, and what ffmpeg said on the way. */
async function heardAt(address: string): Promise<{ sound: string; words: string }> {
  const { stdout, stderr } = await run("ffmpeg", [
    "-v",
    "debug",
    "-ss",
    "50",
    "-i",
    address,
    "-t",
    "1",
    "-f",
    "md5",
    "-",
  ]);
  return { sound: stdout, words: stderr };
}
