import type { Granted } from "@/lib/accounts/actor";
import { differenceBetween } from "@/lib/audit/record";
import { fieldsOf } from "@/lib/episodes/fields";
import type { Revision } from "@/lib/episodes/history";
import { recordAct, writeChanges } from "@/lib/episodes/mutations";
import type { FullEpisode } from "@/lib/episodes/queries";
import { db } from "@/lib/platform/db";

/**
 * Writes an earlier save's fields again, as a new version: what stood there goes into the history like any other.
 * Audio and artwork stay. Throws what a save throws.
 */
export async function restoreRevision(
  episode: Granted<FullEpisode, "editor">,
  basedOn: number,
  { version, fields }: Pick<Revision, "version" | "fields">,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    await writeChanges(tx, episode, basedOn, fields, { now, fold: false });
    const difference = { version, ...differenceBetween<object>(fieldsOf(episode), fields) };
    await recordAct(tx, episode, "restoreRevision", difference);
  });
}
