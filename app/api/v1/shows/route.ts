import { findWorkspaceFor } from "@/lib/accounts/queries";
import { createShow } from "@/lib/shows/mutations";
import { listShowsFor } from "@/lib/shows/queries";
import { newShowSchema } from "@/lib/shows/schema";
import { apiRoute, json, readJson, required } from "@/lib/web/api";
import { listAnswer, pageOf } from "@/lib/web/lists";
import { otherMethods } from "@/lib/web/other-methods";
import { versionTag } from "@/lib/web/versions";
import { showJson } from "../show-json";

export const GET = apiRoute(async ({ request, actor }) => {
  const page = pageOf(request);
  const shows = await listShowsFor(actor, { after: page.cursor, limit: page.limit + 1 });
  return listAnswer(request, shows, page, showJson);
});

export const POST = apiRoute(async ({ request, actor }) => {
  const workspace = required(await findWorkspaceFor(actor, actor.workspaceId ?? "", "admin"));
  const show = showJson({ ...(await createShow(workspace, await readJson(request, newShowSchema))), artwork: null });
  return json(show, {
    status: 201,
    headers: { location: `/api/v1/shows/${show.slug}`, etag: versionTag(show.version) },
  });
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
