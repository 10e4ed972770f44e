import { z } from "zod";
import { DomainError } from "@/lib/platform/errors";
import { isSigned, sign } from "@/lib/platform/signatures";
import type { Episode } from "@/prisma/generated/client";

/** How long an act can be taken back; the toast that offers it stands for less. */
const GOOD_FOR_MS = 10 * 60_000;

const PURPOSE = "undo publication";

export type Publication = Pick<Episode, "publishAt" | "unpublishedAt" | "firstPublishedAt">;

const instant = z.iso
  .datetime()
  .transform((text) => new Date(text))
  .nullable();
const publication = z.object({ publishAt: instant, unpublishedAt: instant, firstPublishedAt: instant });
const contents = z.object({ episode: z.string(), until: z.number(), before: publication, after: publication });

/** What an act did to an episode's publication, signed, for taking it back: the browser keeps it, and cannot change it. */
export function undoTicket(id: string, before: Publication, after: Publication, now: Date): string {
  const [was, is] = [only(before), only(after)];
  const text = JSON.stringify({ episode: id, until: now.getTime() + GOOD_FOR_MS, before: was, after: is });
  return `${Buffer.from(text).toString("base64url")}.${sign(PURPOSE, text)}`;
}

/** Throws `gone` for a ticket that is old, another episode's or not ours. */
export function openTicket(id: string, ticket: string, now: Date): { before: Publication; after: Publication } {
  const [body = "", signature = ""] = ticket.split(".");
  const text = Buffer.from(body, "base64url").toString();
  const found = isSigned(PURPOSE, text, signature) ? contents.parse(JSON.parse(text)) : null;
  if (found?.episode !== id || found.until < now.getTime())
    throw new DomainError("gone", "It is too late to undo this here; change it below instead.");
  return found;
}

const only = ({ publishAt, unpublishedAt, firstPublishedAt }: Publication) => ({
  ...{ publishAt, unpublishedAt, firstPublishedAt },
});
