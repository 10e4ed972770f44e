import { z } from "zod";
import { emailSchema } from "@/lib/accounts/schema";
import { legalText, oneLine } from "@/lib/platform/text";
import { parseCategory } from "@/lib/shows/categories";
import { normaliseLanguage } from "@/lib/shows/languages";
import { reservedSlugs } from "@/lib/shows/reserved-slugs";
import { isValidSlug } from "@/lib/shows/slug";

const DESCRIPTION_BYTES = 4000;

/** One line of plain text, at most 255 characters (PSP-1). Control characters, which PostgreSQL and XML refuse, are left out. */
export const lineSchema = z
  .string()
  .transform((text) => oneLine(text, Number.POSITIVE_INFINITY))
  .pipe(z.string().min(1, "must not be empty").max(255, "must have at most 255 characters"));

const slugSchema = z
  .string()
  .refine(isValidSlug, "must be 1 to 60 of a–z, 0–9 and single hyphens between them")
  .refine((slug) => !reservedSlugs.has(slug), "is a word that the house needs for itself; choose another");

const category = z.string().transform((text, context) => {
  const found = parseCategory(text);
  if (found) return found;
  context.addIssue({ code: "custom", message: 'is not one of Apple’s categories; write it like "Arts > Books"' });
  return z.NEVER;
});

const language = z.string().transform((text, context) => {
  const code = normaliseLanguage(text);
  if (code) return code;
  context.addIssue({
    code: "custom",
    message: 'is not a language code; write two letters and, if you like, a region: "en", "pt-br"',
  });
  return z.NEVER;
});

export const showDescriptionSchema = z
  .string()
  .transform((text) => legalText(text).trim())
  .refine(
    (text) => Buffer.byteLength(text) <= DESCRIPTION_BYTES,
    `must have at most ${DESCRIPTION_BYTES} bytes of UTF-8`,
  );

const settings = {
  slug: slugSchema.optional(),
  description: showDescriptionSchema.optional(),
  author: lineSchema.optional(),
  explicit: z.boolean().optional(),
  type: z.enum(["episodic", "serial"], 'must be "episodic" or "serial"').optional(),
  ownerEmail: emailSchema.nullable().optional(),
  publishOwnerEmail: z.boolean().optional(),
};

/** Each setting of a show by itself, for forms that hold some of them. */
export const settingSchemas = { title: lineSchema, language, category, slug: slugSchema };

export const newShowSchema = z.strictObject({ title: lineSchema, language, category, ...settings });

export const showChangesSchema = z.strictObject({
  title: lineSchema.optional(),
  language: language.optional(),
  category: category.optional(),
  ...settings,
});

export type NewShow = z.infer<typeof newShowSchema>;
export type ShowChanges = z.infer<typeof showChangesSchema> & { locked?: boolean | undefined };
