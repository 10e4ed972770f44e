import type { FieldName } from "@/lib/episodes/fields";

/** What the fields are called in a sentence. */
export const fieldWords: Record<FieldName, string> = {
  title: "title",
  notes: "notes",
  season: "season",
  number: "number",
  type: "type",
  explicit: "explicit mark",
  slug: "address",
};

/** "the title", "the title and the notes". */
export const listOf = (names: FieldName[]): string =>
  new Intl.ListFormat("en-GB").format(names.map((name) => `the ${fieldWords[name]}`));
