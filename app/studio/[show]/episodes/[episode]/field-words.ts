import type { FieldName } from "@/lib/episodes/fields";

/** What the fields are called in a sentence. */
export const fieldWords: Record<FieldName, string> = {
  title: "title",
  notes: "notes",
  season: "season",
  number: "number",
  type: "type",
  explicit: "explicit",
  slug: "address",
};

/** "title", "title and notes", "title, season and number". */
export const listOf = (names: FieldName[]): string =>
  new Intl.ListFormat("en-GB").format(names.map((name) => fieldWords[name]));
