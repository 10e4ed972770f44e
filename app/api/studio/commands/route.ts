import { searchStudio } from "@/lib/episodes/commands";
import { studioRoute } from "@/lib/web/studio-route";

const LONGEST = 200;

/** Shows and episodes that `?q=` finds; `in` is the show whose pages are open. With `may=edit` only shows that may be edited. */
export const GET = studioRoute(async ({ request, actor, now }) => {
  const { searchParams } = new URL(request.url);
  const text = (searchParams.get("q") ?? "").slice(0, LONGEST);
  const role = searchParams.get("may") === "edit" ? "editor" : "analyst";
  const found = await searchStudio(actor, text, searchParams.get("in"), now, role);
  return Response.json(found, { headers: { "cache-control": "no-store" } });
});
