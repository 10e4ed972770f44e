import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { parseFile } from "music-metadata";
import { oneLine } from "@/lib/platform/text";
import { CommandError, say } from "../longwave/command";
import { encodeTone } from "./sound";

export type Track = { path: string; title: string };
/** The files of a show to be; what was made up for it is removed on disposal. */
export type Tracks = { show: string; files: Track[] } & AsyncDisposable;

/** The house takes the first two; of the others it says itself that it does not. */
const AUDIO = [
  ".mp3",
  ".m4a",
  ".m4b",
  ".mp4",
  ".aac",
  ".wav",
  ".flac",
  ".ogg",
  ".oga",
  ".opus",
  ".aif",
  ".aiff",
  ".wma",
];
const TITLES = ["Tuning In", "Ground Wave", "The Night Shift", "Atmospherics", "Carrier Lost"];

/** The audio of a folder, in the order of its names, or generated music where `folder` is null. Throws `no-audio`. */
export const gatherTracks = (folder: string | null): Promise<Tracks> => (folder ? readTracks(folder) : makeTracks());

async function readTracks(folder: string): Promise<Tracks> {
  const names = await readdir(folder, { withFileTypes: true });
  const audio = names.filter((entry) => !entry.isDirectory() && AUDIO.includes(extname(entry.name).toLowerCase()));
  if (audio.length === 0) throw new CommandError("no-audio", `There is no audio file in ${folder}.`);
  const inOrder = audio.map(({ name }) => join(folder, name)).sort(new Intl.Collator("en", { numeric: true }).compare);
  const files = await Promise.all(inOrder.map(async (path) => ({ path, title: await titleOf(path) })));
  return { show: oneLine(basename(folder), 255) || "Demo", files, [Symbol.asyncDispose]: async () => {} };
}

/** From its tags, else from its name. */
async function titleOf(path: string): Promise<string> {
  const tags = await parseFile(path, { skipCovers: true }).catch(() => null); // the house judges the file, not we
  const name = basename(path, extname(path));
  return oneLine(tags?.common.title ?? "", 255) || oneLine(name, 255) || "Untitled";
}

async function makeTracks(): Promise<Tracks> {
  const folder = await mkdtemp(join(tmpdir(), "longwave-demo-"));
  const files: Track[] = [];
  for (const [index, title] of TITLES.entries()) {
    say(`Making music ${index + 1} of ${TITLES.length}.`);
    const kind = index % 2 === 0 ? "mp3" : "m4a";
    const path = join(folder, `${index + 1} ${title}.${kind}`);
    const seconds = 40 + 10 * index;
    await encodeTone({ seconds, kind, bitrateKbps: 128, seed: 1906 + index, title, artist: "Longwave" }, path);
    files.push({ path, title });
  }
  return { show: "Night Signals", files, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
