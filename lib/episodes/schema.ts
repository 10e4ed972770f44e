import { z } from "zod";
import { cleanNotes } from "@/lib/episodes/notes";
import { isUuid } from "@/lib/platform/uuid";
import { reservedEpisodeSlugs } from "@/lib/shows/reserved-slugs";
import { lineSchema } from "@/lib/shows/schema";
import { isValidSlug } from "@/lib/shows/slug";

const NOTES_BYTES = 100_000;

const ordinal = z
  .number("must be a whole number from 1")
  .int("must be a whole number from 1")
  .min(1, "must be a whole number from 1")
  .max(1_000_000);

const notesInSize = z
  .string()
  .refine((html) => Buffer.byteLength(html) <= NOTES_BYTES, `must have at most ${NOTES_BYTES} bytes of UTF-8`);

/** Cleaning can make them longer, and what is given out must be taken back. */
const notes = notesInSize.transform(cleanNotes).pipe(notesInSize);

/** An empty field is none. */
const typed = (number: typeof ordinal) =>
  z.preprocess((text) => (String(text).trim() === "" ? null : Number(text)), number.nullable());

const fields = {
  slug: z
    .string()
    .refine(isValidSlug, "must be 1 to 60 of a–z, 0–9 and single hyphens between them")
    .refine((slug) => !reservedEpisodeSlugs.has(slug), "is a word that the show's pages need; choose another")
    .optional(),
  notes: notes.optional(),
  /** the id of a media asset; null takes the audio off */
  media: z.string().refine(isUuid, "is not the id of a media asset").nullable().optional(),
  season: ordinal.nullable().optional(),
  number: ordinal.nullable().optional(),
  type: z.enum(["full", "trailer", "bonus"], 'must be "full", "trailer" or "bonus"').optional(),
  explicit: z.boolean().nullable().optional(),
};

export const newEpisodeSchema = z.strictObject({ title: lineSchema, ...fields });
export const episodeChangesSchema = z.strictObject({ title: lineSchema.optional(), ...fields });

/** What the editor saves by itself; the audio has its own ways. */
export const episodeEditSchema = episodeChangesSchema.omit({ media: true });

/** The number of an edit version in an address; what is none is the version 0, which nothing has. */
export const versionNumber = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0);

/** The editor's form as a browser sends it without script: every field is there, as text. */
export const episodeFormSchema = z.strictObject({
  episode: z.string(),
  version: z.coerce.number().int(),
  title: lineSchema,
  notes,
  season: typed(ordinal),
  number: typed(ordinal),
  type: fields.type.unwrap(),
  explicit: z.enum(["", "true", "false"]).transform((text) => (text === "" ? null : text === "true")),
  slug: fields.slug.unwrap(),
});

export const publicationSchema = z.strictObject({
  at: z.iso
    .datetime({ offset: true, error: 'must be ISO 8601 with an offset, like "2026-12-01T06:00:00+01:00"' })
    .refine(isThisAge, "must be in a year from 1900 to 9998")
    .optional(),
});

/** A date that PostgreSQL, RFC 2822 and a podcast have room for, whatever its offset. */
function isThisAge(at: string): boolean {
  const year = new Date(at).getUTCFullYear();
  return year >= 1900 && year <= 9998;
}

export type NewEpisode = z.infer<typeof newEpisodeSchema>;
export type EpisodeChanges = z.infer<typeof episodeChangesSchema>;
