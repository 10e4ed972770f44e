/** One upload as the house knows it; `missing` with addresses to send to. */
export type KnownUpload = {
  id: string;
  state: "open" | "completing" | "completed" | "aborted";
  size: number;
  partSize: number;
  received: { number: number; size: number; sha256: string | null }[];
  missing: PartAddress[];
  media: { state: "checking" | "ready" | "refused"; reason: string | null } | null;
};

export type PartAddress = { number: number; size: number; url: string };

/** What an address said: the thing, a refusal in words, or (`null`) nothing that could be heard. */
export type Answer<T> = { ok: true; value: T } | { ok: false; status: number; sentence: string } | null;

type Opened = Pick<KnownUpload, "id" | "partSize"> & { parts: PartAddress[] };
type NewUpload = { show: string; episode: string; filename: string; size: number; type: string };

const AT = "/api/studio/uploads";

export const openUpload = (upload: NewUpload) => ask<Opened>(AT, { method: "POST", body: JSON.stringify(upload) });
export const lookUp = (id: string) => ask<KnownUpload>(`${AT}/${id}`, {});
export const completeUpload = (id: string) => ask<unknown>(`${AT}/${id}/completion`, { method: "POST" });
export const giveUp = (id: string) => ask<unknown>(`${AT}/${id}`, { method: "DELETE", keepalive: true });

async function ask<T>(address: string, init: RequestInit): Promise<Answer<T>> {
  const answer = await fetch(address, { cache: "no-store", ...init }).catch(() => null);
  if (!answer || answer.status >= 500) return null;
  const body = await answer.json().catch(() => ({}));
  if (answer.ok) return { ok: true, value: body };
  return { ok: false, status: answer.status, sentence: body.detail ?? "The house did not take this. Try again." };
}
