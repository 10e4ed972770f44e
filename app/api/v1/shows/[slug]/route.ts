import { changeShow, deleteShow } from "@/lib/shows/mutations";
import { findShowFor } from "@/lib/shows/queries";
import { showChangesSchema } from "@/lib/shows/schema";
import { apiRoute, json, readJson, required } from "@/lib/web/api";
import { otherMethods } from "@/lib/web/other-methods";
import { basedOn, versionTag } from "@/lib/web/versions";
import { showJson } from "../../show-json";

type Params = { slug: string };

const onlyAdmins = "Only admins of the workspace may move a show to another address: leave `slug` out.";

export const GET = apiRoute<Params>(async ({ params, actor }) => {
  const show = required(await findShowFor(actor, params.slug, "analyst"));
  return json(showJson(show), { headers: { etag: versionTag(show.version) } });
});

export const PATCH = apiRoute<Params>(async ({ request, params, actor, now }) => {
  const show = required(await findShowFor(actor, params.slug, "editor"));
  const version = basedOn(request, show.version);
  const changes = await readJson(request, showChangesSchema);
  // Its address is moved by admins, here as in the studio.
  if (changes.slug && changes.slug !== show.slug) required(await findShowFor(actor, show.slug, "admin"), onlyAdmins);
  const changed = await changeShow(show, version, changes, now);
  return json(showJson({ ...changed, artwork: show.artwork }), { headers: { etag: versionTag(changed.version) } });
});

export const DELETE = apiRoute<Params>(async ({ params, actor, now }) => {
  await deleteShow(required(await findShowFor(actor, params.slug, "admin")), now);
  return new Response(null, { status: 204 });
});

export const { POST, PUT, OPTIONS } = otherMethods("GET", "PATCH", "DELETE");
