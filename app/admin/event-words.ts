/** "suspendUser" as "suspend user". */
export const actInWords = (act: string): string => act.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** "an episode", where nothing says which. */
export function aThing(targetType: string): string {
  if (targetType === "house") return "the house";
  const word = targetType === "user" ? "account" : targetType;
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

/** By what somebody acted, where it was not a browser. */
export const viaInWords: Record<string, string> = {
  token: "a program",
  job: "a job",
  "command line": "the command line",
};

const LONGEST = 160;

/** "reason: spam", "title: A → B": what an event says beside its act, cut short. */
export function differenceInWords(difference: unknown): string {
  if (typeof difference !== "object" || difference === null) return "";
  const parts = Object.entries(difference)
    .filter(([, value]) => value !== null)
    .map(([field, value]) => `${field}: ${Array.isArray(value) ? value.map(inWords).join(" → ") : inWords(value)}`);
  const words = parts.join(", ");
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}

function inWords(value: unknown): string {
  if (value === null || value === "") return "nothing";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
