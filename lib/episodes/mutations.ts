import { randomUUID } from "node:crypto";
import { type Granted, signed } from "@/lib/accounts/actor";
import { differenceBetween, hiding, record } from "@/lib/audit/record";
import { attachAudio, retireAudio } from "@/lib/episodes/audio";
import { publicationBlockers, TAKEN_DOWN } from "@/lib/episodes/policy";
import type { FullEpisode } from "@/lib/episodes/queries";
import { keepRevision } from "@/lib/episodes/revisions";
import type { EpisodeChanges, NewEpisode } from "@/lib/episodes/schema";
import { followTitle, makeUpSlug, takeSlug } from "@/lib/episodes/slugs";
import { episodeState, firstPublication } from "@/lib/episodes/state";
import { db, type Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { feedBump } from "@/lib/shows/mutations";
import { type Blocker, canBeRestored } from "@/lib/shows/policy";
import { claimVersion } from "@/lib/shows/versions";
import type { Episode, Show } from "@/prisma/generated/client";

/** Makes a draft. Its GUID is decided here, once. */
export async function createEpisode(show: Granted<Show, "editor">, input: NewEpisode, now: Date): Promise<Episode> {
  const { media, slug: wanted, ...fields } = input;
  return db().$transaction(async (tx) => {
    const slug = await makeUpSlug(tx, show.id, input.title, wanted);
    const episode = await tx.episode.create({
      data: { ...fields, slug, guid: randomUUID(), showId: show.id, slugs: { create: { showId: show.id, slug } } },
    });
    if (media) await attachAudio(tx, { ...episode, show }, media, now);
    await keepRevision(tx, { before: null, after: episode, actorId: show.by.user.id, now, fold: false });
    await record(tx, {
      ...signed(show),
      act: "createEpisode",
      target: { type: "episode", id: episode.id },
      workspaceId: show.workspaceId,
      difference: { title: episode.title, media },
      showId: show.id,
    });
    return episode;
  });
}

/**
 * Changes an episode. `basedOn` is the version that the change was made from; a stale one is refused with who saved
 * what since. Throws `not-publishable` when a published or scheduled episode would lose what it needs. `follow`: a draft's
 * address goes with its title.
 */
export async function changeEpisode(
  episode: Granted<FullEpisode, "editor">,
  basedOn: number,
  asked: EpisodeChanges,
  now: Date,
  { follow = false } = {},
): Promise<void> {
  await db().$transaction(async (tx) => {
    const written = await writeChanges(tx, episode, basedOn, asked, { now, fold: true, follow });
    const before = { ...episode, media: episode.audioId };
    await recordAct(tx, episode, "changeEpisode", differenceBetween<Partial<typeof before>>(before, written));
  });
}

type Save = { now: Date; fold: boolean; follow?: boolean };

/** What every save of fields shares; `fold` as for keepRevision, `follow` as for changeEpisode. Gives all that was changed. */
export async function writeChanges(
  tx: Tx,
  episode: Granted<FullEpisode, "editor">,
  basedOn: number,
  asked: EpisodeChanges,
  { now, fold, follow = false }: Save,
): Promise<EpisodeChanges> {
  await claimVersion(tx, "episode", episode.id, basedOn);
  if (asked.slug) await takeSlug(tx, episode, asked.slug);
  const followed = follow && asked.title && !asked.slug ? await followTitle(tx, episode, asked.title) : null;
  const changes = { ...asked, ...(followed && { slug: followed }) };
  const { media, ...fields } = changes;
  const after = await tx.episode.update({ where: { id: episode.id }, data: fields });
  if (media) await attachAudio(tx, episode, media, now);
  else if (media === null) await retireAudio(tx, episode, now);
  await touchFeed(tx, episode, now);
  await refuseUnlessPublishable(tx, episode.id, [TAKEN_DOWN]);
  await keepRevision(tx, { before: episode, after, actorId: episode.by.user.id, now, fold });
  return changes;
}

/**
 * Publishes at `at`: in the future that is a schedule, in the past a back-date. Without `at` it is now, or the first
 * date of publication for an episode that had one. Throws `not-publishable` with every reason.
 */
export async function publishEpisode(
  episode: Granted<FullEpisode, "editor">,
  at: Date | null,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const present = await lockEpisode(tx, episode.id);
    const already = episodeState(present, now) === "published" && !at;
    const publishAt = already ? present.publishAt : (at ?? present.firstPublishedAt ?? now);
    await tx.episode.update({
      where: { id: episode.id },
      data: {
        publishAt,
        unpublishedAt: null,
        firstPublishedAt: firstPublication(present, now),
        version: { increment: already ? 0 : 1 },
      },
    });
    if (!already) await tx.show.update({ where: { id: episode.showId }, data: feedBump(now) });
    await refuseUnlessPublishable(tx, episode.id);
    if (already) return;
    await recordAct(tx, episode, "publishEpisode", { publishAt: [present.publishAt, publishAt] });
  });
}

/** Takes back a publication: scheduled → draft, published → unpublished. A draft stays what it is. */
export async function unpublishEpisode(episode: Granted<FullEpisode, "editor">, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const present = await lockEpisode(tx, episode.id);
    if (!present.publishAt) return;
    const firstPublishedAt = firstPublication(present, now);
    const data = {
      publishAt: null,
      firstPublishedAt,
      unpublishedAt: firstPublishedAt ? now : null,
      version: { increment: 1 },
    };
    await tx.episode.update({ where: { id: episode.id }, data });
    await tx.show.update({ where: { id: episode.showId }, data: feedBump(now) });
    await recordAct(tx, episode, "unpublishEpisode", { publishAt: [present.publishAt, null] });
  });
}

/** Deletes an episode; it can be brought back for thirty days. */
export async function deleteEpisode(episode: Granted<FullEpisode, "editor">, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const present = await lockEpisode(tx, episode.id);
    if (present.deletedAt) return;
    await tx.episode.update({
      where: { id: episode.id },
      data: { deletedAt: now, firstPublishedAt: firstPublication(present, now), version: { increment: 1 } },
    });
    await touchFeed(tx, present, now);
    await recordAct(tx, episode, "deleteEpisode", {});
  });
}

/**
 * Undoes a deletion: the episode is what it was. Where something keeps it from publication by now it comes back off the air,
 * and that is returned. Throws `gone` when the thirty days are over.
 */
export async function restoreEpisode(episode: Granted<FullEpisode, "editor">, now: Date): Promise<Blocker[]> {
  if (episode.deletedAt && !canBeRestored(episode.deletedAt, now))
    throw new DomainError("gone", "This episode was deleted more than 30 days ago.");
  return db().$transaction(async (tx) => {
    const present = await lockEpisode(tx, episode.id);
    if (!present.deletedAt) return [];
    await touchFeed(tx, present, now);
    const blockers = await findBlockers(tx, episode.id, [TAKEN_DOWN]);
    const grounded = { publishAt: null, unpublishedAt: present.firstPublishedAt && now };
    await tx.episode.update({
      where: { id: episode.id },
      data: { deletedAt: null, version: { increment: 1 }, ...(blockers.length > 0 && grounded) },
    });
    await recordAct(tx, episode, "restoreEpisode", blockers.length > 0 ? { publishAt: [present.publishAt, null] } : {});
    return blockers;
  });
}

export async function recordAct(
  tx: Tx,
  { id, showId, show, by }: Granted<FullEpisode, "editor">,
  act: string,
  difference: Record<string, unknown>,
): Promise<void> {
  const { version } = await tx.episode.findUniqueOrThrow({ where: { id }, select: { version: true } });
  await record(tx, {
    ...{ actorId: by.user.id, via: by.via, act, showId, version },
    // What the notes said is in the episode's own history, and goes with it.
    difference: hiding(difference, "notes"),
    target: { type: "episode", id },
    workspaceId: show.workspaceId,
  });
}

/** A draft shows nowhere: only what is published or will be changes the feed. */
export async function touchFeed(
  tx: Tx,
  { showId, publishAt }: Pick<Episode, "showId" | "publishAt">,
  now: Date,
): Promise<void> {
  if (publishAt) await tx.show.update({ where: { id: showId }, data: feedBump(now) });
}

/** The row as it is now, held until the transaction ends. */
export async function lockEpisode(tx: Tx, id: string): Promise<Episode> {
  await tx.$executeRaw`SELECT 1 FROM "Episode" WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.episode.findUniqueOrThrow({ where: { id } });
}

/** Called when the feed has been touched: that holds the show, so that no save of it can take away what was just found there. */
export async function refuseUnlessPublishable(tx: Tx, id: string, condoned: string[] = []): Promise<void> {
  const reasons = await findBlockers(tx, id, condoned);
  if (reasons.length > 0)
    throw new DomainError("not-publishable", reasons.map(({ sentence }) => sentence).join(" "), { reasons });
}

/** What keeps an episode, that is on the air or about to be, from it. */
async function findBlockers(tx: Tx, id: string, condoned: string[]): Promise<Blocker[]> {
  const episode = await tx.episode.findUniqueOrThrow({ where: { id }, include: { show: true, audio: true } });
  if (!episode.publishAt) return [];
  const blockers = publicationBlockers(episode.show, episode, episode.audio);
  return blockers.filter(({ code }) => !condoned.includes(code));
}
