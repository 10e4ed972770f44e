import { signed } from "@/lib/accounts/actor";
import { attachArrived } from "@/lib/episodes/arrival";
import { completeUpload } from "@/lib/media/mutations";
import { learnParts } from "@/lib/media/part-mutations";
import { findUploadFor } from "@/lib/media/queries";
import { json, required } from "@/lib/web/api";
import { studioRoute } from "@/lib/web/studio-route";
import { mediaJson } from "../../../../v1/media-json";

export const POST = studioRoute<{ id: string }>(async ({ params, actor, now }) => {
  await learnParts(required(await findUploadFor(actor, params.id, "editor")), now);
  const upload = required(await findUploadFor(actor, params.id, "editor"));
  return json({ media: mediaJson(await completeUpload(upload, signed(upload), null, now, attachArrived)) });
});
