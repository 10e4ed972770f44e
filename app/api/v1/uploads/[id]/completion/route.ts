import { signed } from "@/lib/accounts/actor";
import { attachArrived } from "@/lib/episodes/arrival";
import { completeUpload } from "@/lib/media/mutations";
import { learnParts } from "@/lib/media/part-mutations";
import { findUploadFor } from "@/lib/media/queries";
import { completionSchema } from "@/lib/media/schema";
import { apiRoute, json, readJson, required } from "@/lib/web/api";
import { otherMethods } from "@/lib/web/other-methods";
import { mediaJson } from "../../../media-json";

export const POST = apiRoute<{ id: string }>(async ({ request, params, actor, now }) => {
  const { sha256 = null } = await readJson(request, completionSchema);
  await learnParts(required(await findUploadFor(actor, params.id, "editor")), now);
  const upload = required(await findUploadFor(actor, params.id, "editor"));
  const media = await completeUpload(upload, signed(upload), sha256, now, attachArrived);
  return json({ media: mediaJson(media) });
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
