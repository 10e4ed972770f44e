import type { Revision, RevisionLine, Snapshot } from "@/lib/episodes/history";

/** As JSON carries it: instants are text. */
export type Sent<T extends { at: Date }> = Omit<T, "at"> & { at: string };

const address = (episode: string) => `/api/studio/episodes/${episode}/revisions`;

export const fetchLines = (episode: string, before: number | null): Promise<Sent<RevisionLine>[] | null> =>
  get(`${address(episode)}${before === null ? "" : `?before=${before}`}`);

export const fetchRevision = (episode: string, version: number): Promise<Sent<Revision> | null> =>
  get(`${address(episode)}/${version}`);

/** Brings a save back on top of version `basedOn`; a sentence when it was refused. */
export async function restore(episode: string, version: number, basedOn: number): Promise<Snapshot | string> {
  const headers = { "if-match": `"v${basedOn}"` };
  const answer = await fetch(`${address(episode)}/${version}/restoration`, { method: "POST", headers }).catch(
    () => null,
  );
  if (!answer) return "The connection was lost. Try again.";
  if (answer.ok) return answer.json();
  const problem: { detail?: string } = await answer.json().catch(() => ({}));
  return problem.detail ?? "It could not be restored. Try again in a moment.";
}

async function get<T>(path: string): Promise<T | null> {
  const answer = await fetch(path, { cache: "no-store" }).catch(() => null);
  return answer?.ok ? answer.json() : null;
}
