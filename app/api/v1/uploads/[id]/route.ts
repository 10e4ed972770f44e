import { type Granted, signed } from "@/lib/accounts/actor";
import { abortUpload } from "@/lib/media/mutations";
import { addressParts } from "@/lib/media/part-addresses";
import { learnParts } from "@/lib/media/part-mutations";
import { missingParts } from "@/lib/media/parts";
import { findUploadFor, type UploadWithParts } from "@/lib/media/queries";
import { apiRoute, json, required } from "@/lib/web/api";
import { otherMethods } from "@/lib/web/other-methods";
import { contentTag } from "@/lib/web/versions";
import { uploadJson } from "../../media-json";

type Params = { id: string };

export const GET = apiRoute<Params>(async ({ params, actor, now }) => {
  await learnParts(required(await findUploadFor(actor, params.id, "editor")), now);
  const upload = required(await findUploadFor(actor, params.id, "editor"));
  // The addresses of parts are new each time, and mean the same.
  const headers = { etag: `W/${contentTag(uploadJson(upload, []))}` };
  return json(uploadJson(upload, await addressParts(upload, missingNumbers(upload), now)), { headers });
});

export const DELETE = apiRoute<Params>(async ({ params, actor, now }) => {
  const upload = required(await findUploadFor(actor, params.id, "editor"));
  await abortUpload(upload, signed(upload), now);
  return new Response(null, { status: 204 });
});

const missingNumbers = (upload: Granted<UploadWithParts, "editor">): Set<number> =>
  new Set(missingParts(Number(upload.size), upload.partSize, upload.parts).map(({ number }) => number));

export const { POST, PUT, PATCH, OPTIONS } = otherMethods("GET", "DELETE");
