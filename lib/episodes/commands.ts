import type { Actor } from "@/lib/accounts/actor";
import { showReachableBy } from "@/lib/accounts/queries";
import { listWorkspacesFor, type WorkspaceChoice } from "@/lib/accounts/workspaces";
import { type EpisodeState, episodeState } from "@/lib/episodes/state";
import { db } from "@/lib/platform/db";
import { feedAddress, showPage } from "@/lib/shows/addresses";
import { actWords } from "@/lib/shows/show-pages";
import type { Prisma, Role } from "@/prisma/generated/client";

/** How many of each kind are offered, and among how many of the latest the best are chosen. */
const OFFERED = 7;
const LOOKED_AT = 40;
const MOST_WORDS = 8;

export type ShowFound = {
  slug: string;
  title: string;
  language: string;
  page: string;
  feed: string;
  mayEdit: boolean;
};

export type EpisodeFound = {
  id: string;
  title: string;
  state: EpisodeState;
  show: { slug: string; title: string; language: string };
};

export type Found = { shows: ShowFound[]; episodes: EpisodeFound[]; workspaces: WorkspaceChoice[] };

/**
 * What the actor reaches whose title or name has every word of `text`; words that name an act ("settings") need not be in a
 * show's title. Nothing asked: the shows changed last. The show at `slug`, where the actor is, comes first. Of shows, those
 * where the actor holds at least `role`.
 */
export async function searchStudio(
  actor: Actor,
  text: string,
  slug: string | null,
  now: Date,
  role: Role = "analyst",
): Promise<Found> {
  const here = slug?.includes("\0") ? null : slug; // PostgreSQL has no NUL
  const words = text.replaceAll("\0", "").toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  const [shows, episodes, workspaces] = await Promise.all([
    findShows(actor, words, here, role),
    findEpisodes(actor, words),
    words.length > 0 ? listWorkspacesFor(actor, "analyst") : [],
  ]);
  const named = workspaces.filter(({ name }) =>
    words.every((word) => `workspace ${name}`.toLowerCase().includes(word)),
  );
  const best = bestOf(shows, words, ({ title }) => title);
  const editable = await listEditable(
    actor,
    best.map(({ id }) => id),
  );
  return {
    shows: best.map(({ id, slug, title, language }) => ({
      ...{ slug, title, language, page: showPage(slug), feed: feedAddress(slug), mayEdit: editable.has(id) },
    })),
    episodes: bestOf(episodes, words, ({ title }) => title).map(({ id, title, show, ...dates }) => ({
      ...{ id, title, show, state: episodeState(dates, now) },
    })),
    workspaces: bestOf(named, words, ({ name }) => name),
  };
}

const shownOfShow = { id: true, slug: true, title: true, language: true } satisfies Prisma.ShowSelect;

async function findShows(actor: Actor, words: string[], slug: string | null, role: Role) {
  const reached = { deletedAt: null, ...showReachableBy(actor, role) };
  const inTitle = words.filter((word) => !actWords.some((act) => act.startsWith(word)));
  const [here, found] = await Promise.all([
    slug === null ? [] : db().show.findMany({ where: { slug, ...reached }, select: shownOfShow }),
    db().show.findMany({
      where: { ...reached, AND: inTitle.map(has) },
      orderBy: { updatedAt: "desc" },
      take: LOOKED_AT,
      select: shownOfShow,
    }),
  ]);
  return [...here, ...found.filter(({ id }) => id !== here[0]?.id)];
}

async function findEpisodes(actor: Actor, words: string[]) {
  if (words.length === 0) return [];
  const show = { deletedAt: null, ...showReachableBy(actor, "analyst") };
  return db().episode.findMany({
    where: { deletedAt: null, show, AND: words.map(has) },
    orderBy: { id: "desc" },
    take: LOOKED_AT,
    select: {
      ...{ id: true, title: true, publishAt: true, unpublishedAt: true },
      show: { select: { slug: true, title: true, language: true } },
    },
  });
}

async function listEditable(actor: Actor, ids: string[]): Promise<Set<string>> {
  const where = { id: { in: ids }, ...showReachableBy(actor, "editor") };
  const shows = await db().show.findMany({ where, select: { id: true } });
  return new Set(shows.map(({ id }) => id));
}

/** A "%" or "_" of the search is found as it stands. */
const has = (word: string) => ({ title: { contains: word.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const } });

/** Titles that begin with what is asked for first; otherwise the order stays. */
function bestOf<T>(found: T[], words: string[], titleOf: (thing: T) => string): T[] {
  const text = words.join(" ");
  const begins = (thing: T) => text !== "" && titleOf(thing).toLowerCase().startsWith(text);
  return [...found.filter(begins), ...found.filter((thing) => !begins(thing))].slice(0, OFFERED);
}
