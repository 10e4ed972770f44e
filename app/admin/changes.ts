import { bytesInWords } from "@/lib/accounts/bytes";

type Change = {
  field: string;
  /** null: a fact of the act, which has no before */
  before: string | null;
  after: string;
};

const LONGEST = 200;
const LONGEST_LINE = 160;

/** An event's difference as lines to read: `{ field: [before, after] }`, or facts of the act. */
export function changesOf(difference: unknown): Change[] {
  if (typeof difference !== "object" || difference === null) return [];
  return Object.entries(difference).flatMap(([name, value]): Change[] => {
    const field = fields[name] ?? name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    if (Array.isArray(value) && value.length === 2)
      return [{ field, before: inWords(name, value[0]), after: inWords(name, value[1]) }];
    const isEmpty = Array.isArray(value) && value.length === 0;
    return isEmpty || value === null || value === undefined
      ? []
      : [{ field, before: null, after: inWords(name, value) }];
  });
}

/** The same in one line, cut short: "title: A → B, reason: spam". */
export function changesInWords(difference: unknown): string {
  const parts = changesOf(difference).map(
    ({ field, before, after }) => `${field}: ${before === null ? after : `${before} → ${after}`}`,
  );
  return cut(parts.join(", "), LONGEST_LINE);
}

const fields: Record<string, string> = {
  maxBytes: "room in all",
  maxFileBytes: "largest file",
  maxShows: "most shows",
  maxMembers: "most members",
};

/** What it means where no limit stands. */
const limitless: Record<string, string> = {
  maxBytes: "as the plan says",
  maxFileBytes: "as the plan says",
  maxShows: "any number",
  maxMembers: "any number",
};

function inWords(name: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return limitless[name] ?? "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number" && /bytes$|^size$/i.test(name)) return bytesInWords(value);
  return cut(typeof value === "object" ? JSON.stringify(value) : plain(String(value)), LONGEST);
}

/** Notes are kept as HTML; what was written is read without its tags. An instant is told to the minute, in UTC. */
function plain(text: string): string {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text)) return `${text.slice(0, 10)} ${text.slice(11, 16)} UTC`;
  return text
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);
