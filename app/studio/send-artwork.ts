const MOST_BYTES = 10 * 2 ** 20;

/** Sends a picture as the show's artwork. Gives the sentence of a refusal, null when it is in its place. */
export async function sendArtwork(slug: string, picture: File): Promise<string | null> {
  if (picture.size > MOST_BYTES) return "The picture is larger than 10 MB. Save it as JPEG and choose that.";
  const answer = await fetch(`/api/studio/shows/${slug}/artwork`, { method: "PUT", body: picture }).catch(() => null);
  if (!answer) return "The picture did not arrive: the connection was lost. Try again.";
  return answer.ok ? null : sentenceOf(answer);
}

async function sentenceOf(answer: Response): Promise<string> {
  const problem: { detail?: string } = await answer.json().catch(() => ({}));
  return problem.detail ?? "The picture was not taken. Try again in a moment.";
}
