import type { Granted } from "@/lib/accounts/actor";
import { DomainError } from "@/lib/platform/errors";
import { changeShow, deleteShow } from "@/lib/shows/mutations";
import type { Show } from "@/prisma/generated/client";

/** Moves the show's page and feed to another address, once its name was typed; the old addresses lead there. Throws `invalid`, `conflict`. */
export async function moveShowConfirmed(
  show: Granted<Show, "admin">,
  { slug, confirmation }: { slug: string; confirmation: string },
  now: Date,
): Promise<void> {
  requireTyped(confirmation, show.title, "the show's name");
  await changeShow(show, show.version, { slug }, now);
}

/** Deletes the show, once its address was typed. Throws `invalid`. */
export async function deleteShowConfirmed(
  show: Granted<Show, "admin">,
  confirmation: string,
  now: Date,
): Promise<void> {
  requireTyped(confirmation, show.slug, "the show's address");
  await deleteShow(show, now);
}

function requireTyped(typed: string, expected: string, what: string): void {
  if (typed.trim() === expected.trim()) return;
  throw new DomainError("invalid", `Nothing was done: what you typed is not ${what}.`, {
    fields: { confirmation: `type “${expected}” exactly as it stands here` },
  });
}
