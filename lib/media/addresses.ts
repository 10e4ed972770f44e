import { settings } from "@/lib/platform/env";
import type { Media } from "@/prisma/generated/client";

/** `/media/audio/<id>.mp3`: ends in the real extension, carries nothing that a user typed, never changes. */
export const audioAddress = ({ id, extension }: Pick<Media, "id" | "extension">): string =>
  `${settings().appUrl}/media/audio/${id}.${extension}`;

/** `/media/artwork/<id>-<hash>.jpg`: other bytes have another address (Apple: new artwork, new URL). */
export const artworkAddress = ({ id, sha256 }: Pick<Media, "id" | "sha256">): string =>
  `${settings().appUrl}/media/artwork/${id}-${sha256?.slice(0, 12)}.jpg`;
