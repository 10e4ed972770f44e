import { type EpisodeFields, type FieldName, fieldNames } from "@/lib/episodes/fields";

/** The fields as they stand in the form: text, each. */
export type Form = Record<FieldName, string>;

/** What the form's text is for the house, or why it takes none of it. */
type Reading = { value: EpisodeFields[FieldName] } | { error: string };

const MOST_LETTERS = 255;
const MOST = 1_000_000;

export const formOf = (fields: EpisodeFields): Form => ({
  title: fields.title,
  notes: fields.notes,
  season: fields.season === null ? "" : String(fields.season),
  number: fields.number === null ? "" : String(fields.number),
  type: fields.type,
  explicit: fields.explicit === null ? "" : String(fields.explicit),
  slug: fields.slug,
});

/** The form as the house would give it back: what differs only in spaces is no change. */
export const normal = (form: Form): Form => ({
  ...form,
  title: form.title.replace(/\s+/g, " ").trim(),
  season: ordinalText(form.season),
  number: ordinalText(form.number),
  slug: form.slug.trim(),
});

export function readField(form: Form, name: FieldName): Reading {
  const text = normal(form)[name];
  if (name === "title") return readTitle(text);
  if (name === "season" || name === "number") return readOrdinal(text);
  if (name === "explicit") return { value: text === "" ? null : text === "true" };
  return { value: text };
}

/** What the form says now, saved or not; without what nobody could take. */
export function fieldsIn(form: Form): Partial<EpisodeFields> {
  const read = fieldNames.map((name) => [name, readField(form, name)] as const);
  return Object.fromEntries(read.flatMap(([name, reading]) => ("value" in reading ? [[name, reading.value]] : [])));
}

function readTitle(text: string): Reading {
  if (text === "") return { error: "An episode needs a title." };
  return text.length > MOST_LETTERS ? { error: `Must have at most ${MOST_LETTERS} characters.` } : { value: text };
}

function readOrdinal(text: string): Reading {
  if (text === "") return { value: null };
  const number = Number(text);
  return /^\d+$/.test(text) && number >= 1 && number <= MOST
    ? { value: number }
    : { error: "Must be a whole number from 1." };
}

const ordinalText = (text: string) => text.trim().replace(/^0+(?=\d)/, "");
