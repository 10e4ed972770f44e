import { artworkAddress } from "@/lib/media/addresses";
import type { PartAddress } from "@/lib/media/part-addresses";
import type { Media, UploadWithParts } from "@/lib/media/queries";

export const artworkJson = (artwork: Media) => ({
  url: artworkAddress(artwork),
  width: artwork.width,
  height: artwork.height,
});

/** An audio asset; `reason` says why it was refused, `duration` is in seconds. */
export function mediaJson({ id, state, reason, bytes, sha256, type, duration, bitrate, filename }: Media) {
  return { id, state, reason, bytes: Number(bytes), sha256, type, duration, bitrate, filename };
}

/** An upload with the parts that are there and fresh addresses for those that are not. */
export function uploadJson(upload: UploadWithParts, missing: PartAddress[]) {
  const { id, state, filename, size, partSize, parts, media } = upload;
  return {
    ...{ id, state, filename, partSize, size: Number(size) },
    received: parts.map(({ number, size, sha256 }) => ({ number, size, sha256 })),
    missing: state === "open" ? missing : [],
    media: media && mediaJson(media),
  };
}
