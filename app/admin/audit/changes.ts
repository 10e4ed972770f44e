export type Change = {
  field: string;
  /** null: a fact of the act, which has no before */
  before: string | null;
  after: string;
};

const LONGEST = 200;

/** An event's difference as lines to read: `{ field: [before, after] }`, or facts of the act. */
export function changesOf(difference: unknown): Change[] {
  if (typeof difference !== "object" || difference === null) return [];
  return Object.entries(difference).flatMap(([name, value]): Change[] => {
    const field = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    if (Array.isArray(value) && value.length === 2)
      return [{ field, before: inWords(value[0]), after: inWords(value[1]) }];
    const isEmpty = Array.isArray(value) && value.length === 0;
    return isEmpty || value === null || value === undefined ? [] : [{ field, before: null, after: inWords(value) }];
  });
}

function inWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = typeof value === "object" ? JSON.stringify(value) : plain(String(value));
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Notes are kept as HTML; what was written is read without its tags. An instant is told to the minute, in UTC. */
function plain(text: string): string {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text)) return `${text.slice(0, 10)} ${text.slice(11, 16)} UTC`;
  return text
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
