import { randomUUID } from "node:crypto";
import { type Granted, signed } from "@/lib/accounts/actor";
import { differenceBetween, hiding, record } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import { feedAddress } from "@/lib/shows/addresses";
import { isPublicAddress, podcastGuid } from "@/lib/shows/podcast-guid";
import { canBeRestored } from "@/lib/shows/policy";
import type { NewShow, ShowChanges } from "@/lib/shows/schema";
import { refuseMoreShows } from "@/lib/shows/show-limit";
import { slugCandidates, slugFrom } from "@/lib/shows/slug";
import { claimVersion } from "@/lib/shows/versions";
import type { Show, Workspace } from "@/prisma/generated/client";

/** Makes a show in the workspace. Its podcast:guid is decided here, once. Throws `conflict` when an asked-for slug is taken, `quota-used-up` when the plan has no room. */
export async function createShow(workspace: Granted<Workspace, "admin">, input: NewShow): Promise<Show> {
  const { slug: wanted, category, author, ...rest } = input;
  return db().$transaction(async (tx) => {
    await lockSlugs(tx);
    await refuseMoreShows(tx, workspace.id);
    const slug = wanted ? await requireFreeSlug(tx, wanted) : await makeUpSlug(tx, input.title);
    const show = await tx.show.create({
      data: {
        ...rest,
        ...category,
        slug,
        author: author ?? workspace.name,
        workspaceId: workspace.id,
        podcastGuid: guidFor(slug),
        slugs: { create: { slug } },
      },
    });
    await record(tx, {
      ...signed(workspace),
      act: "createShow",
      target: { type: "show", id: show.id },
      workspaceId: workspace.id,
      difference: { slug, title: show.title },
    });
    return show;
  });
}

/**
 * Changes a show's settings. `basedOn` is the version that the change was made from; a stale one is refused with who
 * saved what since, and changes nothing. A new slug keeps the old ones: they lead to it.
 */
export async function changeShow(
  show: Granted<Show, "editor">,
  basedOn: number,
  changes: ShowChanges,
  now: Date,
): Promise<Show> {
  const { category, ...rest } = changes;
  const fields = { ...rest, ...category };
  return db().$transaction(async (tx) => {
    await claimVersion(tx, "show", show.id, basedOn);
    await refuseToBreakFeed(tx, show.id, fields);
    if (fields.slug) await takeSlug(tx, show, fields.slug);
    const changed = await tx.show.update({ where: { id: show.id }, data: { ...fields, ...feedBump(now) } });
    await record(tx, {
      ...signed(show),
      act: "changeShow",
      target: { type: "show", id: show.id },
      workspaceId: show.workspaceId,
      difference: hiding(differenceBetween<Partial<Show>>(show, fields), "author", "ownerEmail"),
    });
    return changed;
  });
}

/** Deletes a show; it can be brought back for thirty days. */
export async function deleteShow(show: Granted<Show, "admin">, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.show.updateMany({
      where: { id: show.id, deletedAt: null },
      data: { deletedAt: now, version: { increment: 1 } },
    });
    if (count)
      await record(tx, {
        ...signed(show),
        act: "deleteShow",
        target: { type: "show", id: show.id },
        workspaceId: show.workspaceId,
      });
  });
}

/** Undoes a deletion. Throws `gone` when the thirty days are over. */
export async function restoreShow(show: Granted<Show, "admin">, now: Date): Promise<Show> {
  if (show.deletedAt && !canBeRestored(show.deletedAt, now))
    throw new DomainError("gone", "This show was deleted more than 30 days ago.");
  return db().$transaction(async (tx) => {
    await lockSlugs(tx);
    if (show.deletedAt) await refuseMoreShows(tx, show.workspaceId);
    const restored = await tx.show.update({
      where: { id: show.id },
      data: { deletedAt: null, version: { increment: 1 }, ...feedBump(now) },
    });
    await record(tx, {
      ...signed(show),
      act: "restoreShow",
      target: { type: "show", id: show.id },
      workspaceId: show.workspaceId,
    });
    return restored;
  });
}

/** Put into every write that a feed can show, in its transaction. */
export const feedBump = (now: Date) => ({ feedVersion: { increment: 1 }, feedChangedAt: now });

function guidFor(slug: string): string {
  return isPublicAddress(settings().appUrl) ? podcastGuid(feedAddress(slug)) : randomUUID();
}

async function makeUpSlug(tx: Tx, title: string): Promise<string> {
  const base = slugFrom(title, () => `show-${randomUUID().slice(0, 6)}`);
  for (const slug of slugCandidates(base)) if (await isFree(tx, slug)) return slug;
  throw new Error("slugCandidates ends only when a slug is free");
}

async function requireFreeSlug(tx: Tx, slug: string): Promise<string> {
  if (await isFree(tx, slug)) return slug;
  throw new DomainError("conflict", `The address "${slug}" is taken, or was used by a show before; choose another.`, {
    field: "slug",
  });
}

async function takeSlug(tx: Tx, show: Show, slug: string): Promise<void> {
  const entry = await tx.showSlug.findUnique({ where: { slug } });
  if (entry?.showId === show.id) return;
  await lockSlugs(tx);
  await requireFreeSlug(tx, slug);
  await tx.showSlug.create({ data: { slug, showId: show.id } });
}

/** Slugs are handed out one at a time, so that two shows made at once cannot get the same. */
const lockSlugs = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('show slugs'))`;

const isFree = async (tx: Tx, slug: string): Promise<boolean> => !(await tx.showSlug.findUnique({ where: { slug } }));

/** What is published or scheduled keeps what it needs. */
async function refuseToBreakFeed(tx: Tx, showId: string, { description, type }: Partial<Show>): Promise<void> {
  const live = { showId, publishAt: { not: null }, deletedAt: null };
  if (description === "" && (await tx.episode.count({ where: live })))
    throw new DomainError("conflict", "A show with published or scheduled episodes needs a description.", {
      field: "description",
    });
  if (type === "serial" && (await tx.episode.count({ where: { ...live, type: "full", number: null } })))
    throw new DomainError("conflict", "In a serial show every full episode needs a number: give them theirs first.", {
      field: "type",
    });
}
