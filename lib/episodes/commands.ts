import type { Actor } from "@/lib/accounts/actor";
import { showReachableBy } from "@/lib/accounts/queries";
import { listWorkspacesFor, type WorkspaceChoice } from "@/lib/accounts/workspaces";
import { type EpisodeState, episodeState } from "@/lib/episodes/state";
import { audioAddress } from "@/lib/media/addresses";
import { db } from "@/lib/platform/db";
import { episodePage, feedAddress, showPage } from "@/lib/shows/addresses";
import { actWords, episodeActWords, isAmong } from "@/lib/shows/show-pages";
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
  /** may delete it */
  mayRule: boolean;
};

export type EpisodeFound = {
  id: string;
  title: string;
  state: EpisodeState;
  show: { slug: string; title: string; language: string };
  /** its public page and its audio's address; null while it is not out */
  page: string | null;
  enclosure: string | null;
  mayEdit: boolean;
};

export type WorkspaceFound = WorkspaceChoice & { mayInvite: boolean };

export type Found = { shows: ShowFound[]; episodes: EpisodeFound[]; workspaces: WorkspaceFound[] };

/**
 * What the actor reaches whose title or name has every word of `text`; words that name an act ("settings", "publish") need
 * not be in a title. Nothing asked: the shows changed last. The show at `slug`, where the actor is, comes first. Of shows,
 * those where the actor holds at least `role`.
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
    findEpisodes(actor, words, now),
    findWorkspaces(actor, words),
  ]);
  const [edited, ruled] = await Promise.all([
    listHeld(actor, [...shows.map(({ slug }) => slug), ...episodes.map(({ show }) => show.slug)], "editor"),
    listHeld(
      actor,
      shows.map(({ slug }) => slug),
      "admin",
    ),
  ]);
  return {
    shows: shows.map(({ slug, title, language }) => ({
      ...{ slug, title, language, page: showPage(slug), feed: feedAddress(slug) },
      ...{ mayEdit: edited.has(slug), mayRule: ruled.has(slug) },
    })),
    episodes: episodes.map((episode) => ({ ...episode, mayEdit: edited.has(episode.show.slug) })),
    workspaces,
  };
}

const shownOfShow = { id: true, slug: true, title: true, language: true } satisfies Prisma.ShowSelect;

async function findShows(actor: Actor, words: string[], slug: string | null, role: Role) {
  const reached = { deletedAt: null, ...showReachableBy(actor, role) };
  const inTitle = words.filter((word) => !isAmong(actWords, word));
  const [here, found] = await Promise.all([
    slug === null ? [] : db().show.findMany({ where: { slug, ...reached }, select: shownOfShow }),
    db().show.findMany({
      where: { ...reached, AND: inTitle.map(has) },
      orderBy: { updatedAt: "desc" },
      take: LOOKED_AT,
      select: shownOfShow,
    }),
  ]);
  return bestOf([...here, ...found.filter(({ id }) => id !== here[0]?.id)], words, ({ title }) => title);
}

/** Those with every word in their title first, then those with every word that names no act. */
async function findEpisodes(actor: Actor, words: string[], now: Date): Promise<Omit<EpisodeFound, "mayEdit">[]> {
  if (words.length === 0) return [];
  const inTitle = words.filter((word) => !isAmong(episodeActWords, word));
  const [exact, acted] = await Promise.all([
    listTitled(actor, words),
    inTitle.length < words.length ? listTitled(actor, inTitle) : [],
  ]);
  const known = new Set(exact.map(({ id }) => id));
  const found = [...exact, ...acted.filter(({ id }) => !known.has(id))];
  return bestOf(found, words, ({ title }) => title).map(({ id, slug, title, show, audio, ...dates }) => {
    const state = episodeState(dates, now);
    const isOut = state === "published";
    return {
      ...{ id, title, show, state, page: isOut ? episodePage(show.slug, slug) : null },
      enclosure: isOut && audio ? audioAddress(audio) : null,
    };
  });
}

function listTitled(actor: Actor, words: string[]) {
  const show = { deletedAt: null, ...showReachableBy(actor, "analyst") };
  return db().episode.findMany({
    where: { deletedAt: null, show, AND: words.map(has) },
    orderBy: { id: "desc" },
    take: LOOKED_AT,
    select: {
      ...{ id: true, slug: true, title: true, publishAt: true, unpublishedAt: true },
      audio: { select: { id: true, extension: true } },
      show: { select: { slug: true, title: true, language: true } },
    },
  });
}

/** By words of their names; "invite" and "members" find every one. */
async function findWorkspaces(actor: Actor, words: string[]): Promise<WorkspaceFound[]> {
  if (words.length === 0) return [];
  const [all, managed] = await Promise.all([listWorkspacesFor(actor, "analyst"), listWorkspacesFor(actor, "admin")]);
  const named = all.filter(({ name }) => {
    const hay = `workspace ${name} invite somebody members`.toLowerCase();
    return words.every((word) => hay.includes(word));
  });
  const ids = new Set(managed.map(({ id }) => id));
  return bestOf(named, words, ({ name }) => name).map((found) => ({ ...found, mayInvite: ids.has(found.id) }));
}

/** Of the shows at these slugs, those where the actor holds at least `role`. */
async function listHeld(actor: Actor, slugs: string[], role: Role): Promise<Set<string>> {
  const where = { slug: { in: slugs }, ...showReachableBy(actor, role) };
  const shows = await db().show.findMany({ where, select: { slug: true } });
  return new Set(shows.map(({ slug }) => slug));
}

/** A "%" or "_" of the search is found as it stands. */
const has = (word: string) => ({ title: { contains: word.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const } });

/** Titles that begin with what is asked for first; otherwise the order stays. */
function bestOf<T>(found: T[], words: string[], titleOf: (thing: T) => string): T[] {
  const text = words.join(" ");
  const begins = (thing: T) => text !== "" && titleOf(thing).toLowerCase().startsWith(text);
  return [...found.filter(begins), ...found.filter((thing) => !begins(thing))].slice(0, OFFERED);
}
