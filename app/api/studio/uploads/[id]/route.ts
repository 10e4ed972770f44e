import { signed } from "@/lib/accounts/actor";
import { abortUpload } from "@/lib/media/mutations";
import { addressParts } from "@/lib/media/part-addresses";
import { learnParts } from "@/lib/media/part-mutations";
import { missingParts } from "@/lib/media/parts";
import { findUploadFor } from "@/lib/media/queries";
import { json, required } from "@/lib/web/api";
import { studioRoute } from "@/lib/web/studio-route";
import { uploadJson } from "../../../v1/media-json";

type Params = { id: string };

/** What has come of an upload, and addresses for what has not: a browser goes on from here. */
export const GET = studioRoute<Params>(async ({ params, actor, now }) => {
  await learnParts(required(await findUploadFor(actor, params.id, "editor")), now);
  const upload = required(await findUploadFor(actor, params.id, "editor"));
  const missing = missingParts(Number(upload.size), upload.partSize, upload.parts).map(({ number }) => number);
  return json(uploadJson(upload, await addressParts(upload, new Set(missing), now)));
});

export const DELETE = studioRoute<Params>(async ({ params, actor, now }) => {
  const upload = required(await findUploadFor(actor, params.id, "editor"));
  await abortUpload(upload, signed(upload), now);
  return new Response(null, { status: 204 });
});
