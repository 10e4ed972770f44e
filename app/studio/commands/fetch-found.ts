import type { Found, ShowFound } from "@/lib/episodes/commands";

/** What the studio's search finds; null when it does not answer. */
export async function fetchFound(query: URLSearchParams, signal?: AbortSignal): Promise<Found | null> {
  const answer = await fetch(`/api/studio/commands?${query}`, { signal }).catch(() => null);
  return answer?.ok ? answer.json().catch(() => null) : null;
}

/** Some of the shows that may be worked on: those that fit what was typed, else those changed last. */
export async function editableShows(text: string, signal?: AbortSignal): Promise<ShowFound[] | null> {
  return (await fetchFound(new URLSearchParams({ q: text, may: "edit" }), signal))?.shows ?? null;
}
