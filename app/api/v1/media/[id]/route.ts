import { findMediaFor } from "@/lib/media/queries";
import { apiRoute, json, required } from "@/lib/web/api";
import { otherMethods } from "@/lib/web/other-methods";
import { mediaJson } from "../../media-json";

export const GET = apiRoute<{ id: string }>(async ({ params, actor }) =>
  json({ media: mediaJson(required(await findMediaFor(actor, params.id, "analyst"))) }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
