import { listTopicsFor } from "@/lib/episodes/live-topics";
import { openLive } from "@/lib/web/live";
import { sessionIdOf } from "@/lib/web/session";
import { studioRoute } from "@/lib/web/studio-route";

const MOST_TOPICS = 100;

const watchTopics = studioRoute(async ({ request, actor }) => {
  const asked = (new URL(request.url).searchParams.get("topics") ?? "").split(",").slice(0, MOST_TOPICS);
  const sessionId = actor.via === "session" ? await sessionIdOf(request) : null;
  return openLive(actor, sessionId, asked, listTopicsFor);
});

/**
 * What changes while a page is open: `topics` are "show:…", "episode:…", "workspace:…" and ids, and "me". Nothing (204) for
 * whoever is signed out: an EventSource ends at that and, unlike at a 401, has no error to tell (HTML §9.2.5).
 */
export async function GET(...call: Parameters<typeof watchTopics>): Promise<Response> {
  const answer = await watchTopics(...call);
  return answer.status === 401 ? new Response(null, { status: 204, headers: { "cache-control": "no-store" } }) : answer;
}
