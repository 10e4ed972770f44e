import { basename } from "node:path";
import { CommandError, say } from "../longwave/command";
import { type ApiClient, Refused } from "./api-client";
import { drawCover } from "./cover";
import type { Track, Tracks } from "./tracks";
import { uploadFile } from "./upload";

type Show = { slug: string; links: { feed: string; page: string; studio: string } };
type Episode = { id: string; title: string; links: { page: string }; enclosure: { url: string; length: number } };
type Made = { title: string; page: string; enclosure: string; bytes: number; sha256: string };

const DAY_MS = 24 * 3600_000;

/**
 * A show with artwork and one published episode from each track that the house takes; the first track came out first,
 * one a day, the last a little while ago. Throws `no-audio` when none is taken; the show is deleted then.
 */
export async function makeShow(
  api: ApiClient,
  { show: title, files }: Tracks,
): Promise<{ links: Show["links"]; episodes: Made[] }> {
  const show = await api.post<Show>("/shows", {
    title,
    description: "A show to hear what this house can do.",
    language: "en",
    category: "Music",
  });
  say("Drawing the cover.");
  await api.put(`/shows/${show.slug}/artwork`, new Uint8Array(await drawCover(title, seedOf(show.slug))));
  const episodes: Made[] = [];
  for (const [index, track] of files.entries()) {
    say(`Uploading ${index + 1} of ${files.length}: ${basename(track.path)}`);
    const at = new Date(Date.now() - (files.length - 1 - index) * DAY_MS - 60_000);
    const episode = await makeEpisode(api, show, track, { number: episodes.length + 1, at }).catch(skip(track));
    if (episode) episodes.push(episode);
  }
  if (episodes.length > 0) return { links: show.links, episodes };
  await api.delete(`/shows/${show.slug}`);
  throw new CommandError("no-audio", "The house took none of the files.");
}

async function makeEpisode(
  api: ApiClient,
  show: Show,
  { path, title }: Track,
  { number, at }: { number: number; at: Date },
): Promise<Made> {
  const { mediaId, sha256 } = await uploadFile(api, show.slug, path);
  const notes = `<p>Made from the file ${escaped(basename(path))}.</p>`;
  const draft = await api.post<Episode>(`/shows/${show.slug}/episodes`, { title, notes, media: mediaId, number });
  const episode = await api.put<Episode>(`/episodes/${draft.id}/publication`, { at: at.toISOString() });
  const { url, length } = episode.enclosure;
  return { title: episode.title, page: episode.links.page, enclosure: url, bytes: length, sha256 };
}

/** Only what the house says of the file itself; anything else is wrong with the house. */
const skip =
  ({ path }: Track) =>
  (error: unknown): null => {
    if (!(error instanceof Refused && [409, 413, 422].includes(error.status))) throw error;
    say(`Skipped ${basename(path)}: ${error.message}`);
    return null;
  };

const seedOf = (slug: string): number => [...slug].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) >>> 0;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
