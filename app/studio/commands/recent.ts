import type { Command } from "./command";

const KEY = "longwave.commands";
const MOST = 5;

/** What was gone to last by the search in this browser; forgotten by whoever signs out. */
export function readRecent(): Command[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? (kept as Command[]).filter(({ deed }) => deed?.kind === "go") : [];
  } catch {
    return [];
  }
}

/** Only places are kept: an act done once is not done again by accident. */
export function keepRecent(command: Command): void {
  if (command.deed.kind !== "go") return;
  const others = readRecent().filter(({ id }) => id !== command.id);
  write(JSON.stringify([command, ...others].slice(0, MOST)));
}

export const forgetRecent = (): void => write("[]");

/** A browser without room or leave to keep it does without. */
function write(text: string): void {
  try {
    localStorage.setItem(KEY, text);
  } catch {
    return;
  }
}
