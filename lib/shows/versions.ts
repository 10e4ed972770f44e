import type { Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";

/**
 * Takes the next edit version of a show or episode, if `basedOn` is still the present one; locks the row until the
 * transaction ends. Throws `stale` with who saved what since.
 */
export async function claimVersion(tx: Tx, type: "show" | "episode", id: string, basedOn: number): Promise<void> {
  const where = { id, version: basedOn };
  const data = { version: { increment: 1 } };
  const { count } = await (type === "show"
    ? tx.show.updateMany({ where, data })
    : tx.episode.updateMany({ where, data }));
  if (count === 0) throw await staleSave(tx, type, id);
}

async function staleSave(tx: Tx, type: "show" | "episode", id: string): Promise<DomainError> {
  const [saves, present] = await Promise.all([latestSaves(tx, type, id), presentVersion(tx, type, id)]);
  const last = saves[0];
  const who = last?.actorId ? await tx.user.findUnique({ where: { id: last.actorId }, select: { name: true } }) : null;
  const name = who?.name ?? "Somebody";
  return new DomainError(
    "stale",
    `${name} saved this ${type} after you opened it. Nothing of yours was written; look at the present version and save again.`,
    {
      version: present,
      savedBy: name,
      savedAt: last?.at.toISOString(),
      changed: last?.difference,
    },
  );
}

/** What a house admin does to a show or an episode saves nothing of it, and why they looked is not for its people. */
const DESK_ACTS = [
  ...["lookAtShow", "lookAtSettings", "lookAtEpisode"],
  ...["takeDownShow", "liftShowTakedown", "takeDownEpisode", "liftEpisodeTakedown"],
];

const latestSaves = (tx: Tx, targetType: string, targetId: string) =>
  tx.auditEvent.findMany({
    where: { targetType, targetId, act: { notIn: DESK_ACTS } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 1,
  });

async function presentVersion(tx: Tx, type: "show" | "episode", id: string): Promise<number | undefined> {
  const select = { version: true };
  const row = await (type === "show"
    ? tx.show.findUnique({ where: { id }, select })
    : tx.episode.findUnique({ where: { id }, select }));
  return row?.version;
}
