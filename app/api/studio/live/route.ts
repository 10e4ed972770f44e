import { listTopicsFor } from "@/lib/episodes/live-topics";
import { openLive } from "@/lib/web/live";
import { sessionIdOf } from "@/lib/web/session";
import { studioRoute } from "@/lib/web/studio-route";

const MOST_TOPICS = 100;

/** What changes while a page is open: `topics` are "show:…", "episode:…", "workspace:…" and ids, and "me". */
export const GET = studioRoute(async ({ request, actor }) => {
  const asked = (new URL(request.url).searchParams.get("topics") ?? "").split(",").slice(0, MOST_TOPICS);
  const sessionId = actor.via === "session" ? await sessionIdOf(request) : null;
  return openLive(actor, sessionId, asked, listTopicsFor);
});
