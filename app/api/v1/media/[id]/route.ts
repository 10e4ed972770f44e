import { findMediaFor } from "@/lib/media/queries";
import { apiRoute, json, required } from "@/lib/web/api";
import { otherMethods } from "@/lib/web/other-methods";
import { contentTag } from "@/lib/web/versions";
import { mediaJson } from "../../media-json";

export const GET = apiRoute<{ id: string }>(async ({ params, actor }) => {
  const media = mediaJson(required(await findMediaFor(actor, params.id, "analyst")));
  return json({ media }, { headers: { etag: contentTag(media) } });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
