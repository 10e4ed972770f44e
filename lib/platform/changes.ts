import { singleton } from "@/lib/platform/singleton";

/** Where the database says, at a commit, whose public answers may be others now: an id, or "all" (the migration "changes"). */
export const CHANGES = "longwave_changes";

type Hear = (id: string) => void;

const listeners = () => singleton("changes", () => new Set<Hear>());

/** Hears of every change that this process itself commits, before whoever committed it carries on. Others': see listening.ts. */
export function hearOwnChanges(hear: Hear): void {
  listeners().add(hear);
}

/** Passes on what a connection of this process's own heard. */
export function passOnChange(id: string): void {
  for (const hear of listeners()) hear(id);
}
