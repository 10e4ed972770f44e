import { findPublicMedia, type Media } from "@/lib/media/queries";
import { db } from "@/lib/platform/db";
import { type Finding, lookUp } from "@/lib/platform/look-ups";
import { isUuid } from "@/lib/platform/uuid";

type PublicMedia = { found: Media } | { gone: true } | null;

/** As findPublicMedia, from memory where it is known. */
export async function lookUpMedia(id: string, now: Date): Promise<PublicMedia> {
  return isUuid(id) ? lookUp(`media ${id}`, now, () => read(id, now)) : null;
}

async function read(id: string, now: Date): Promise<Finding<PublicMedia>> {
  const answer = await findPublicMedia(id, now);
  if (answer && "found" in answer) return { answer, ...lasting(answer.found, now) };
  const there = await db().media.findUnique({ where: { id } });
  if (!there) return { answer, about: [], until: null };
  // What is not out yet may be in a moment: that is not kept.
  return answer ? { answer, ...lasting(there, now) } : { answer, about: [], until: now };
}

/** A replaced file's time ends by itself; nothing else about a public file does. */
const lasting = ({ showId, workspaceId, servedUntil }: Media, now: Date) => ({
  about: [showId, workspaceId],
  until: servedUntil && servedUntil > now ? servedUntil : null,
});
