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
