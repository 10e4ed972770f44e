import { type Actor, asAdmin } from "@/lib/accounts/actor";
import type { Look } from "@/lib/accounts/looks";
import { record } from "@/lib/audit/record";
import { listShowLines } from "@/lib/episodes/show-list";
import { type EpisodeQuestion, type EpisodeTable, listEpisodeTable } from "@/lib/episodes/table";
import { db } from "@/lib/platform/db";
import { findShowFor } from "@/lib/shows/queries";
import type { Show } from "@/prisma/generated/client";

/** One page of the shows that the user sees in their studio. */
export const lookAtShows = (look: Look, page: number, now: Date) => listShowLines(eyesOf(look), { page }, now);

export type LookedAtShow = { show: Pick<Show, "slug" | "title" | "language">; table: EpisodeTable };

/** A show's episodes as the user sees them; each look leaves its event. Null where the user finds nothing. */
export async function lookAtShow(
  look: Look,
  slug: string,
  question: EpisodeQuestion,
  now: Date,
): Promise<LookedAtShow | null> {
  const show = await findShowFor(eyesOf(look), slug, "analyst");
  if (!show) return null;
  const { title, language, id, workspaceId } = show;
  await record(db(), {
    ...asAdmin(look.admin),
    act: "lookAtShow",
    target: { type: "show", id },
    workspaceId,
    difference: { reason: look.reason, asSeenBy: look.user.email },
  });
  return { show: { slug, title, language }, table: await listEpisodeTable(show, question, now) };
}

/** Stays in here: with the user's eyes things are read, never changed. */
const eyesOf = ({ user }: Look): Actor => ({ user, workspaceId: null, via: "session" });
