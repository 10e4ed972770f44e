import { type EpisodeFields, type FieldName, fieldNames } from "@/lib/episodes/fields";
import type { Snapshot } from "@/lib/episodes/history";
import { changedFields, mergeEpisode } from "@/lib/episodes/merge";
import { type Form, formOf, normal, readField } from "./form";

type Per<T> = Partial<Record<FieldName, T>>;

/** How it stands with saving what was typed. */
type SaveState =
  | { kind: "saved"; at: Date | null }
  | { kind: "waiting" | "saving" }
  /** will be tried again by itself */
  | { kind: "lost"; sentence: string }
  /** will not: somebody must do something */
  | { kind: "ended"; sentence: string };

export type EditorState = {
  form: Form;
  /** what the house has, in its edit version */
  base: Form;
  version: number;
  /** values that the house did not take, and why */
  refused: Per<{ value: string; sentence: string }>;
  /** fields that another changed too, each its own way; nothing of them is saved until somebody chooses */
  conflicts: Per<{ theirs: string; by: string }>;
  /** the save of another that came in last */
  told: { by: string; fields: FieldName[]; merged: boolean } | null;
  save: SaveState;
};

export const begin = ({ version, fields }: Snapshot): EditorState => {
  const form = formOf(fields);
  return { form, base: form, version, refused: {}, conflicts: {}, told: null, save: { kind: "saved", at: null } };
};

export const unsaved = (state: EditorState): FieldName[] => changedFields(state.base, normal(state.form));

/** Sentences that stand beside their fields. */
export function errorsOf(state: EditorState): Per<string> {
  const found = fieldNames.map((name) => [name, errorOf(state, name)]);
  return Object.fromEntries(found.filter(([, sentence]) => sentence));
}

function errorOf({ form, refused }: EditorState, name: FieldName): string | undefined {
  const reading = readField(form, name);
  if ("error" in reading) return reading.error;
  const refusal = refused[name];
  return refusal?.value === normal(form)[name] ? refusal.sentence : undefined;
}

/** What can be sent now, as the form has it and as the house takes it. A field that cannot keeps no other back. */
export function sendable(state: EditorState): { sent: Partial<Form>; changes: Partial<EpisodeFields> } {
  const names = unsaved(state).filter((name) => !state.conflicts[name] && !errorOf(state, name));
  const form = normal(state.form);
  const changes = names.map((name) => {
    const reading = readField(form, name);
    return [name, "value" in reading ? reading.value : null];
  });
  return { sent: Object.fromEntries(names.map((name) => [name, form[name]])), changes: Object.fromEntries(changes) };
}

export const typed = (state: EditorState, name: FieldName, value: string): EditorState => ({
  ...state,
  form: { ...state.form, [name]: value },
});

/** The house took `sent`. With the title of a draft its address may have changed. */
export function taken(state: EditorState, sent: Partial<Form>, { version, fields: { slug } }: Snapshot): EditorState {
  const untouched = normal(state.form).slug === state.base.slug;
  return {
    ...state,
    form: untouched ? { ...state.form, slug } : state.form,
    base: { ...state.base, slug, ...sent },
    version,
  };
}

/** The house did not take `sent`; where it does not say which field it minds, it is all of them. */
export function turnedDown(state: EditorState, sent: Partial<Form>, sentences: Per<string>, all: string): EditorState {
  const names = Object.keys(sent) as FieldName[];
  const named = names.filter((name) => sentences[name]);
  const refusals = (named.length > 0 ? named : names).map((name) => [
    name,
    { value: sent[name], sentence: sentences[name] ?? all },
  ]);
  return { ...state, refused: { ...state.refused, ...Object.fromEntries(refusals) } };
}

/** Another's save has come: what only they changed is taken, what only I changed stays, what both changed asks. */
export function heard(state: EditorState, { version, fields, by }: Snapshot, me: string): EditorState {
  if (version <= state.version) return state;
  const theirs = formOf(fields);
  const own = normal(state.form);
  // A save whose answer was lost comes back as if another had made it.
  const news = changedFields(state.base, theirs).filter((field) => theirs[field] !== own[field]);
  const mine = unsaved(state);
  const name = nameFor(by, me);
  return {
    ...state,
    ...joined(state, theirs, name),
    version,
    told: news.length > 0 ? { by: name, fields: news, merged: mine.length > 0 } : state.told,
  };
}

/** Work that never reached the house, put into the form again as far as nobody minds. */
export function broughtBack(state: EditorState, draft: { base: Partial<Form>; form: Partial<Form> }): EditorState {
  const base = { ...state.base, ...draft.base };
  const form = { ...base, ...draft.form };
  return { ...state, ...joined({ ...state, base, form, conflicts: {} }, state.base, "the house") };
}

/** Whether the house has something else than such work in its fields. */
export const isMissing = (state: EditorState, draft: Parameters<typeof broughtBack>[1]): boolean =>
  unsaved(broughtBack(state, draft)).length > 0;

export function chosen(state: EditorState, name: FieldName, whose: "mine" | "theirs"): EditorState {
  const { [name]: conflict, ...conflicts } = state.conflicts;
  const value = whose === "theirs" && conflict ? conflict.theirs : state.form[name];
  return { ...typed(state, name, value), conflicts };
}

function joined(state: EditorState, theirs: Form, by: string): Pick<EditorState, "form" | "base" | "conflicts"> {
  const mine = normal(state.form);
  const { fields, conflicts } = mergeEpisode(state.base, mine, theirs);
  const open = (Object.keys(state.conflicts) as FieldName[]).filter((name) => mine[name] !== theirs[name]);
  const asked = new Set([...open, ...conflicts]);
  // What was typed stays as it was typed, spaces at its end and all.
  const own = fieldNames.filter((name) => fields[name] === mine[name]).map((name) => [name, state.form[name]]);
  return {
    form: { ...fields, ...Object.fromEntries(own) },
    base: theirs,
    conflicts: Object.fromEntries(
      [...asked].map((name) => [
        name,
        { theirs: theirs[name], by: conflicts.includes(name) ? by : (state.conflicts[name]?.by ?? by) },
      ]),
    ),
  };
}

const nameFor = (by: Snapshot["by"], me: string): string => {
  if (!by) return "Somebody";
  return by.id === me ? "You, in another tab," : by.name;
};
