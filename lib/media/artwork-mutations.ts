import { randomUUID } from "node:crypto";
import { type Granted, signed } from "@/lib/accounts/actor";
import { record } from "@/lib/audit/record";
import { fitArtwork } from "@/lib/media/artwork";
import { bookReserved, releaseReserved, reserveBytes } from "@/lib/media/quota";
import { REPLACED_MS, retireMedia } from "@/lib/media/retirement";
import { store } from "@/lib/media/store";
import { db, type Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { feedBump } from "@/lib/shows/mutations";
import type { Media, Show } from "@/prisma/generated/client";

/** An object without a row is a crash's leftover after this long. */
const ORPHAN_MS = 3600_000;

/** Gives the show new artwork, fitted and re-encoded. Throws `refused-file` with a sentence, `quota-used-up`. */
export async function setShowArtwork(show: Granted<Show, "editor">, bytes: Uint8Array, now: Date): Promise<Media> {
  return keepArtwork(show.workspaceId, { showId: show.id, episodeId: null }, bytes, now, async (tx, artwork) => {
    await tx.$executeRaw`SELECT 1 FROM "Show" WHERE id = ${show.id}::uuid FOR UPDATE`;
    const { artworkId: before } = await tx.show.findUniqueOrThrow({
      where: { id: show.id },
      select: { artworkId: true },
    });
    await tx.show.update({
      where: { id: show.id },
      data: { artworkId: artwork.id, version: { increment: 1 }, ...feedBump(now) },
    });
    if (before) await retireMedia(tx, before, new Date(now.getTime() + REPLACED_MS));
    await record(tx, {
      ...signed(show),
      act: "setShowArtwork",
      target: { type: "show", id: show.id },
      workspaceId: show.workspaceId,
      difference: { artworkId: [before, artwork.id] },
    });
  });
}

/** Fits artwork, stores it and lets `attach` put it in its place, in the transaction that makes its row. */
export async function keepArtwork(
  workspaceId: string,
  owner: { showId: string; episodeId: string | null },
  bytes: Uint8Array,
  now: Date,
  attach: (tx: Tx, artwork: Media) => Promise<void>,
): Promise<Media> {
  const fitted = await fitArtwork(bytes);
  if (!fitted.ok) throw new DomainError("refused-file", fitted.reason);
  const { jpeg, sha256, width, height, accent } = fitted;
  const size = BigInt(jpeg.length);
  const key = `artwork/${randomUUID()}.jpg`;
  await db().$transaction(async (tx) => {
    await reserveBytes(tx, workspaceId, size);
    await releaseReserved(tx, workspaceId, size);
    await tx.leftover.create({ data: { key, dueAt: new Date(now.getTime() + ORPHAN_MS) } });
  });
  await store().write(key, jpeg, jpeg.length);
  return db().$transaction(async (tx) => {
    await tx.leftover.delete({ where: { key } });
    await reserveBytes(tx, workspaceId, size);
    await bookReserved(tx, workspaceId, size);
    const made = { sha256, type: "image/jpeg", extension: "jpg", bytes: size, width, height, accent };
    const artwork = await tx.media.create({
      data: { key, workspaceId, ...owner, kind: "artwork", state: "ready", ...made },
    });
    await attach(tx, artwork);
    return artwork;
  });
}
