import { createUpload } from "@/lib/media/mutations";
import { addressParts } from "@/lib/media/part-addresses";
import { newUploadSchema } from "@/lib/media/schema";
import { findShowFor } from "@/lib/shows/queries";
import { apiRoute, json, readJson, required } from "@/lib/web/api";
import { otherMethods } from "@/lib/web/other-methods";

export const POST = apiRoute<{ slug: string }>(async ({ request, params, actor, now }) => {
  const show = required(await findShowFor(actor, params.slug, "editor"));
  const upload = await createUpload(show, await readJson(request, newUploadSchema));
  const { id, partSize } = upload;
  return json(
    { id, partSize, parts: await addressParts(upload, null, now) },
    { status: 201, headers: { location: `/api/v1/uploads/${id}` } },
  );
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
