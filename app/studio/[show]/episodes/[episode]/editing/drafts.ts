import type { FieldName } from "@/lib/episodes/fields";
import { type EditorState, unsaved } from "./state";

/** Typed work that has not reached the house, with what the house had in its place. */
export type Draft = { at: number; base: Partial<Record<FieldName, string>>; form: Partial<Record<FieldName, string>> };

export type Drafts = { keep(state: EditorState): void; find(): Draft | null; forget(): void };

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const MONTH_MS = 30 * 24 * 3600_000;

/** Kept in the browser for each version and each opening of the page: two tabs do not write over each other. */
export function draftsOf(shelf: Shelf, { user, episode, opened }: { user: string; episode: string; opened: number }) {
  const all = `longwave draft ${user} ${episode} `;
  const own = (version: number) => `${all}${version} ${opened}`;
  const found = { key: "" };
  let last = "";
  return {
    keep(state: EditorState): void {
      const key = own(state.version);
      if (last && last !== key) shelf.removeItem(last);
      last = key;
      const names = unsaved(state);
      if (names.length === 0) shelf.removeItem(key);
      else put(shelf, key, { at: Date.now(), base: only(state.base, names), form: only(state.form, names) });
    },
    /** The latest that an earlier opening left behind. */
    find(): Draft | null {
      const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? "");
      const drafts = keys
        .filter((key) => key.startsWith(all) && !key.endsWith(` ${opened}`))
        .map((key) => ({ key, draft: read(shelf, key) }))
        .sort((a, b) => (b.draft?.at ?? 0) - (a.draft?.at ?? 0));
      for (const { key, draft } of drafts) if (!draft || Date.now() - draft.at > MONTH_MS) shelf.removeItem(key);
      const [latest] = drafts.filter(({ draft }) => draft);
      found.key = latest?.key ?? "";
      return latest?.draft ?? null;
    },
    /** What was found has been brought back, or is not wanted. */
    forget: () => shelf.removeItem(found.key),
  } satisfies Drafts;
}

function put(shelf: Shelf, key: string, draft: Draft): void {
  try {
    shelf.setItem(key, JSON.stringify(draft));
  } catch {
    // The browser has no room, or keeps nothing for this site: the page itself still has it all.
  }
}

function read(shelf: Shelf, key: string): Draft | null {
  try {
    const draft = JSON.parse(shelf.getItem(key) ?? "null");
    return typeof draft?.at === "number" && draft.form && draft.base ? draft : null;
  } catch {
    return null;
  }
}

const only = (form: Record<FieldName, string>, names: FieldName[]) =>
  Object.fromEntries(names.map((name) => [name, form[name]]));
