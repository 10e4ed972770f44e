import { restoreShow } from "@/lib/shows/mutations";
import { findDeletedShowFor } from "@/lib/shows/queries";
import { apiRoute, json, required } from "@/lib/web/api";
import { otherMethods } from "@/lib/web/other-methods";
import { versionTag } from "@/lib/web/versions";
import { showJson } from "../../../show-json";

export const POST = apiRoute<{ slug: string }>(async ({ params, actor, now }) => {
  const deleted = required(await findDeletedShowFor(actor, params.slug, "admin", now));
  const show = await restoreShow(deleted, now);
  return json(showJson({ ...show, artwork: deleted.artwork }), { headers: { etag: versionTag(show.version) } });
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
