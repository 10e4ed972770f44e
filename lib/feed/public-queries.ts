import { notesText } from "@/lib/episodes/notes";
import { type FullEpisode, findEpisodeAt } from "@/lib/episodes/queries";
import { artworkAddress, audioAddress } from "@/lib/media/addresses";
import { db } from "@/lib/platform/db";
import { firstWords } from "@/lib/platform/text";
import { isUuid } from "@/lib/platform/uuid";
import { episodePage, feedAddress, showPage } from "@/lib/shows/addresses";
import { formatCategory } from "@/lib/shows/categories";
import { isComplete } from "@/lib/shows/policy";
import { type Address, findShowAt } from "@/lib/shows/queries";
import type { Prisma, Show } from "@/prisma/generated/client";

export type { Address };

export type PublicShow = {
  slug: string;
  title: string;
  description: string;
  author: string;
  language: string;
  /** "Arts > Books" */
  category: string;
  explicit: boolean;
  type: "episodic" | "serial";
  artworkUrl: string;
  /** "#rrggbb" from the artwork */
  accent: string | null;
  feedUrl: string;
  pageUrl: string;
  contactEmail: string | null;
};

export type PublicEpisode = {
  slug: string;
  title: string;
  /** sanitised */
  notesHtml: string;
  summary: string;
  publishedAt: Date;
  /** seconds */
  duration: number;
  season: number | null;
  number: number | null;
  type: "full" | "trailer" | "bonus";
  explicit: boolean;
  artworkUrl: string | null;
  pageUrl: string;
  enclosure: { url: string; type: string; length: number };
};

const SUMMARY_LENGTH = 280;

/** The show that strangers see at `/{slug}`; there is nothing to see before it has a description and artwork. */
export async function findPublicShow(slug: string, now: Date): Promise<Address<PublicShow>> {
  const address = await findCompleteShowAt(slug, now);
  if (!address || "gone" in address) return address;
  return "movedTo" in address ? { movedTo: `/${address.movedTo}` } : { found: await asPublicShow(address.found) };
}

/** As findShowAt, but a show that is not complete yet is not there. */
export async function findCompleteShowAt(slug: string, now: Date): Promise<Address<Show>> {
  const address = await findShowAt(slug, now);
  return address && "found" in address && !isComplete(address.found) ? null : address;
}

/** Published episodes, newest first. A cursor that is none starts from the newest. */
export async function listPublicEpisodes(
  showSlug: string,
  { cursor, limit }: { cursor: string | null; limit: number },
  now: Date,
): Promise<{ episodes: PublicEpisode[]; nextCursor: string | null }> {
  const rows = await db().episode.findMany({
    where: {
      show: { slug: showSlug },
      deletedAt: null,
      takenDownAt: null,
      publishAt: { lte: now },
      audio: { state: "ready" },
      ...after(cursor),
    },
    orderBy: [{ publishAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    include: { show: true, audio: true, artwork: true },
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = rows.length > limit && last?.publishAt ? `${last.publishAt.toISOString()}_${last.id}` : null;
  return { episodes: page.map(asPublicEpisode), nextCursor };
}

/** The episode that strangers see at `/{show}/{episode}`. `movedTo` is a path. */
export async function findPublicEpisode(
  showSlug: string,
  slug: string,
  now: Date,
): Promise<Address<{ show: PublicShow; episode: PublicEpisode }>> {
  const address = await findCompleteShowAt(showSlug, now);
  if (!address || "gone" in address) return address;
  if ("movedTo" in address) return { movedTo: `/${address.movedTo}/${slug}` };
  const episode = await findEpisodeAt(address.found, slug, now);
  if (!episode || "gone" in episode) return episode;
  if ("movedTo" in episode) return { movedTo: `/${showSlug}/${episode.movedTo}` };
  return { found: { show: await asPublicShow(address.found), episode: asPublicEpisode(episode.found) } };
}

async function asPublicShow(show: Show): Promise<PublicShow> {
  const artwork = await db().media.findUniqueOrThrow({ where: { id: show.artworkId ?? "" } });
  const { slug, title, description, author, language, explicit, type } = show;
  return {
    ...{ slug, title, description, author, language, explicit, type },
    category: formatCategory(show),
    artworkUrl: artworkAddress(artwork),
    accent: artwork.accent,
    feedUrl: feedAddress(slug),
    pageUrl: showPage(slug),
    contactEmail: show.publishOwnerEmail ? show.ownerEmail : null,
  };
}

function asPublicEpisode(episode: FullEpisode): PublicEpisode {
  const { slug, title, season, number, type, show, audio, artwork, publishAt, notes } = episode;
  if (!audio || !publishAt) throw new Error(`episode ${episode.id} is published without audio or date`);
  return {
    ...{ slug, title, season, number, type },
    notesHtml: notes,
    summary: summaryOf(notes),
    publishedAt: publishAt,
    duration: audio.duration ?? 0,
    explicit: episode.explicit ?? show.explicit,
    artworkUrl: artwork && artworkAddress(artwork),
    pageUrl: episodePage(show.slug, slug),
    enclosure: { url: audioAddress(audio), type: audio.type ?? "", length: Number(audio.bytes) },
  };
}

const summaryOf = (notes: string): string => firstWords(notesText(notes), SUMMARY_LENGTH);

/** A cursor is the date and id of the last one shown. What is none, or has a date that PostgreSQL cannot read, starts from the newest. */
function after(cursor: string | null): Prisma.EpisodeWhereInput {
  const [instant = "", id = ""] = cursor?.split("_") ?? [];
  const publishAt = new Date(instant);
  const isReadable = publishAt.getUTCFullYear() > 0;
  if (!isReadable || !isUuid(id)) return {};
  return { OR: [{ publishAt: { lt: publishAt } }, { publishAt, id: { lt: id } }] };
}
