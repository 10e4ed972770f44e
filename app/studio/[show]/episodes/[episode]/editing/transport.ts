import type { EpisodeFields, FieldName } from "@/lib/episodes/fields";
import type { Snapshot } from "@/lib/episodes/history";

/** What came of a save. "lost": no answer, or one that will be another later; "ended": trying again is no use. */
export type Outcome =
  | { kind: "saved"; snapshot: Snapshot }
  | { kind: "stale" }
  | { kind: "refused"; sentence: string; fields: Partial<Record<FieldName, string>> }
  | { kind: "lost" | "ended"; sentence: string };

export type Transport = {
  save(version: number, changes: Partial<EpisodeFields>): Promise<Outcome>;
  load(): Promise<Snapshot | null>;
};

/** What a beacon at leaving may weigh, by the Fetch standard. */
const KEEPALIVE_BYTES = 60_000;

const NO_CONNECTION = "no connection, trying again";

export function episodeTransport(id: string): Transport {
  const address = `/api/studio/episodes/${id}`;
  return {
    async save(version, changes) {
      const body = JSON.stringify(changes);
      const headers = { "if-match": `"v${version}"`, "content-type": "application/json" };
      const keepalive = body.length < KEEPALIVE_BYTES / 3; // a letter has three bytes at most
      const answer = await fetch(address, { method: "PATCH", headers, body, keepalive }).catch(() => null);
      if (!answer) return { kind: "lost", sentence: NO_CONNECTION };
      return answer.ok ? { kind: "saved", snapshot: await answer.json() } : refusal(answer);
    },
    async load() {
      const answer = await fetch(address, { cache: "no-store" }).catch(() => null);
      return answer?.ok ? answer.json() : null;
    },
  };
}

type Problem = {
  detail?: string;
  fields?: Partial<Record<FieldName, string>>;
  field?: FieldName;
  reasons?: { code: string; sentence: string }[];
};

async function refusal(answer: Response): Promise<Outcome> {
  const { status } = answer;
  if (status === 412) return { kind: "stale" };
  const problem: Problem = await answer.json().catch(() => ({}));
  const sentence = problem.detail ?? "the house does not answer as it should";
  if (status === 404 || status === 410)
    return { kind: "ended", sentence: "this episode is no longer there for you. Copy what you need." };
  if (status === 401) return { kind: "lost", sentence };
  if (status === 429 || status >= 500) return { kind: "lost", sentence: "the house is busy, trying again" };
  return { kind: "refused", sentence, fields: fieldsIn(problem, sentence) };
}

/** Which field the house minds, wherever the problem says it. */
function fieldsIn({ fields = {}, field, reasons = [] }: Problem, sentence: string): Partial<Record<FieldName, string>> {
  const number = reasons.find(({ code }) => code === "episode-number");
  const told = Object.entries(fields).map(([name, words]) => [name, asSentence(words)]);
  return {
    ...Object.fromEntries(told),
    ...(field && { [field]: sentence }),
    ...(number && { number: number.sentence, type: number.sentence }),
  };
}

const asSentence = (words: string) =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? "" : "."}`;
