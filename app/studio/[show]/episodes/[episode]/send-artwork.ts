const MOST_BYTES = 10 * 2 ** 20;

/** Sends a picture as the episode's own. Gives the sentence of a refusal, null when it is in its place. */
export async function sendArtwork(id: string, picture: File): Promise<string | null> {
  if (picture.size > MOST_BYTES) return "The picture is larger than 10 MB. Save it as JPEG and choose that.";
  return ask(id, { method: "PUT", body: picture });
}

/** Takes the episode's own picture off. */
export const removeArtwork = (id: string): Promise<string | null> => ask(id, { method: "DELETE" });

async function ask(id: string, init: RequestInit): Promise<string | null> {
  const answer = await fetch(`/api/studio/episodes/${id}/artwork`, init).catch(() => null);
  if (!answer) return "The connection was lost. Try again.";
  if (answer.ok) return null;
  const problem: { detail?: string } = await answer.json().catch(() => ({}));
  return problem.detail ?? "The picture was not taken. Try again in a moment.";
}
