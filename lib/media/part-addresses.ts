import { planParts } from "@/lib/media/parts";
import { store } from "@/lib/media/store";
import { settings } from "@/lib/platform/env";
import { isSigned, sign } from "@/lib/platform/signatures";
import type { Upload } from "@/prisma/generated/client";

const LIFE_SECONDS = 24 * 3600;
const PURPOSE = "upload part";

export type PartAddress = { number: number; size: number; url: string };

/**
 * Where to PUT each of these parts (all when `numbers` is null): presigned by the store where clients can reach it, else
 * through the app. Either way the address alone is enough, for a day: no token needs to travel with the bytes.
 */
export function addressParts(upload: Upload, numbers: ReadonlySet<number> | null, now: Date): Promise<PartAddress[]> {
  const plans = planParts(Number(upload.size), upload.partSize).filter(({ number }) => numbers?.has(number) ?? true);
  const { presignPart } = store();
  return Promise.all(
    plans.map(async ({ number, size }) => {
      const part = { key: upload.key, uploadId: upload.storeUploadId, number, size };
      return {
        number,
        size,
        url: presignPart ? await presignPart(part, LIFE_SECONDS) : ownAddress(upload, number, now),
      };
    }),
  );
}

/** Whether the query of a part's address was made by us for this part and has not run out. */
export function isPartAddress(uploadId: string, number: number, query: URLSearchParams, now: Date): boolean {
  const expires = query.get("expires") ?? "";
  const inTime = Number(expires) > now.getTime() / 1000;
  return inTime && isSigned(PURPOSE, `${uploadId}/${number}/${expires}`, query.get("signature") ?? "");
}

function ownAddress({ id }: Upload, number: number, now: Date): string {
  const expires = Math.floor(now.getTime() / 1000) + LIFE_SECONDS;
  const signature = sign(PURPOSE, `${id}/${number}/${expires}`);
  return `${settings().appUrl}/api/v1/uploads/${id}/parts/${number}?expires=${expires}&signature=${signature}`;
}
