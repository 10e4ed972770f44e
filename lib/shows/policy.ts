import type { Show } from "@/prisma/generated/client";

/** How long a deleted show or episode can be brought back. */
export const UNDO_MS = 30 * 24 * 3600_000;

export type Blocker = { code: string; sentence: string };

/** What a show needs before its feed answers and before anything in it is published. */
export function showBlockers(show: Pick<Show, "description" | "artworkId">): Blocker[] {
  const blockers: Blocker[] = [];
  if (!show.description) blockers.push({ code: "show-description", sentence: "The show has no description yet." });
  if (!show.artworkId) blockers.push({ code: "show-artwork", sentence: "The show has no artwork yet." });
  return blockers;
}

export const isComplete = (show: Pick<Show, "description" | "artworkId">): boolean => showBlockers(show).length === 0;

export const canBeRestored = (deletedAt: Date, now: Date): boolean => now.getTime() - deletedAt.getTime() < UNDO_MS;
