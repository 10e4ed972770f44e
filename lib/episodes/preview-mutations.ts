import { type Granted, signed } from "@/lib/accounts/actor";
import { hashSecret, newSecret } from "@/lib/accounts/secrets";
import { record } from "@/lib/audit/record";
import { type PreviewDays, previewAddress } from "@/lib/episodes/previews";
import type { FullEpisode } from "@/lib/episodes/queries";
import { db, type Tx } from "@/lib/platform/db";

const DAY_MS = 24 * 3600_000;

/** Makes a link by which a guest sees and hears the episode before it is out. Its address is returned once and kept nowhere. */
export async function createPreviewLink(
  episode: Granted<FullEpisode, "editor">,
  days: PreviewDays,
  now: Date,
): Promise<{ id: string; address: string; expiresAt: Date }> {
  const secret = newSecret("pv");
  const expiresAt = new Date(now.getTime() + days * DAY_MS);
  const id = await db().$transaction(async (tx) => {
    const link = await tx.previewLink.create({
      data: {
        ...{ episodeId: episode.id, hash: hashSecret(secret), createdById: episode.by.user.id },
        ...{ createdAt: now, expiresAt },
      },
    });
    await recordOf(tx, episode, link.id, "createPreviewLink", { episode: episode.id, expiresAt });
    return link.id;
  });
  return { id, address: previewAddress(secret), expiresAt };
}

/** Ends a link of the episode's at once and for good. One that is over already stays as it is; false: it is none of this episode's. */
export async function revokePreviewLink(
  episode: Granted<FullEpisode, "editor">,
  id: string,
  now: Date,
): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.previewLink.updateMany({
      where: { id, episodeId: episode.id, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count > 0) await recordOf(tx, episode, id, "revokePreviewLink", { episode: episode.id });
    return (await tx.previewLink.count({ where: { id, episodeId: episode.id } })) > 0;
  });
}

const recordOf = (
  tx: Tx,
  episode: Granted<FullEpisode, "editor">,
  id: string,
  act: string,
  difference: Record<string, unknown>,
) =>
  record(tx, {
    ...signed(episode),
    act,
    target: { type: "preview", id },
    workspaceId: episode.show.workspaceId,
    difference,
  });
