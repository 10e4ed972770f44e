import type { Episode } from "@/prisma/generated/client";

/** What is written about an episode in its editor: each is saved, merged and restored by itself. */
export const fieldNames = ["title", "notes", "season", "number", "type", "explicit", "slug"] as const;

export type FieldName = (typeof fieldNames)[number];
export type EpisodeFields = Pick<Episode, FieldName>;

export const fieldsOf = ({ title, notes, season, number, type, explicit, slug }: EpisodeFields): EpisodeFields => ({
  title,
  notes,
  season,
  number,
  type,
  explicit,
  slug,
});
