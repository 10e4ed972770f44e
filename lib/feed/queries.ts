import type { FeedState } from "@/lib/feed/state";
import { artworkAddress, audioAddress } from "@/lib/media/addresses";
import type { Tx } from "@/lib/platform/db";
import { episodePage, feedAddress, showPage } from "@/lib/shows/addresses";
import type { Media, Prisma, Show } from "@/prisma/generated/client";

/** The show as its feed shows it, with what is published by `now`. */
export async function readFeedState(tx: Tx, show: Show & { artwork: Media }, now: Date): Promise<FeedState> {
  const [published, slugs] = await Promise.all([
    listPublished(tx, show.id, now),
    tx.showSlug.count({ where: { showId: show.id } }),
  ]);
  const lastPublished = published[0]?.publishAt ?? show.createdAt;
  return {
    show: {
      ...show,
      ownerEmail: show.publishOwnerEmail ? show.ownerEmail : null,
      artworkUrl: artworkAddress(show.artwork),
      pageUrl: showPage(show.slug),
      feedUrl: feedAddress(show.slug),
      moved: slugs > 1,
      lastChanged: new Date(Math.max(show.feedChangedAt.getTime(), lastPublished.getTime())),
    },
    episodes: published.map((episode) => asFeedEpisode(show, episode)),
  };
}

/** When the next scheduled episode comes out, and the feed is no longer what it was. */
export async function nextPublication(tx: Tx, showId: string, now: Date): Promise<Date | null> {
  const next = await tx.episode.findFirst({
    where: { showId, deletedAt: null, takenDownAt: null, publishAt: { gt: now } },
    orderBy: { publishAt: "asc" },
    select: { publishAt: true },
  });
  return next?.publishAt ?? null;
}

const shown = {
  slug: true,
  title: true,
  notes: true,
  guid: true,
  season: true,
  number: true,
  type: true,
  explicit: true,
  publishAt: true,
  audio: { select: { id: true, extension: true, bytes: true, type: true, duration: true } },
  artwork: { select: { id: true, sha256: true } },
} satisfies Prisma.EpisodeSelect;

const listPublished = (tx: Tx, showId: string, now: Date) =>
  tx.episode.findMany({
    where: { showId, deletedAt: null, takenDownAt: null, publishAt: { lte: now }, audio: { state: "ready" } },
    orderBy: [{ publishAt: "desc" }, { guid: "asc" }],
    select: shown,
  });

function asFeedEpisode(
  show: Show,
  episode: Awaited<ReturnType<typeof listPublished>>[number],
): FeedState["episodes"][number] {
  const { audio, artwork, publishAt, notes, slug, explicit, ...plain } = episode;
  if (!audio || !publishAt) throw new Error(`listPublished gave ${episode.guid} without audio or date`);
  return {
    ...plain,
    notesHtml: notes,
    pageUrl: episodePage(show.slug, slug),
    enclosure: { url: audioAddress(audio), length: audio.bytes, type: audio.type ?? "" },
    publishedAt: publishAt,
    durationSeconds: audio.duration ?? 0,
    explicit: explicit ?? show.explicit,
    artworkUrl: artwork && artworkAddress(artwork),
  };
}
