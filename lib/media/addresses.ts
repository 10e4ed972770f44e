import { settings } from "@/lib/platform/env";
import type { Media } from "@/prisma/generated/client";

type Addressed = Pick<Media, "id" | "kind" | "sha256" | "extension">;

/** `/media/audio/<id>.mp3`: ends in the real extension, carries nothing that a user typed, never changes. */
export const audioAddress = (media: Omit<Addressed, "kind" | "sha256">): string =>
  absolute({ ...media, kind: "audio", sha256: null });

/** `/media/artwork/<id>-<hash>.jpg`: other bytes have another address (Apple: new artwork, new URL). */
export const artworkAddress = (media: Omit<Addressed, "kind" | "extension">): string =>
  absolute({ ...media, kind: "artwork", extension: "jpg" });

/** Whether `path` (the segments after /media) is this asset's whole address, letter by letter. */
export const isAddressOf = (media: Addressed, path: string[]): boolean => path.join("/") === pathOf(media);

const absolute = (media: Addressed): string => `${settings().appUrl}/media/${pathOf(media)}`;

const pathOf = ({ id, kind, sha256, extension }: Addressed): string =>
  kind === "audio" ? `audio/${id}.${extension}` : `artwork/${id}-${sha256?.slice(0, 12)}.jpg`;
