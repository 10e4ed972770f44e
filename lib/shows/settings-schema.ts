import { z } from "zod";
import { emailSchema } from "@/lib/accounts/schema";
import { lineSchema, settingSchemas, showDescriptionSchema } from "@/lib/shows/schema";

/** Whose settings, and what stood in the form when it was opened. */
const opened = {
  show: z.string(),
  was: z
    .string()
    .max(20_000)
    .transform(readJson)
    .pipe(z.record(z.string(), z.union([z.string(), z.boolean(), z.null()]))),
};

const ticked = z
  .literal("on")
  .optional()
  .transform((on) => on !== undefined);

export const generalFormSchema = z.strictObject({
  ...opened,
  title: settingSchemas.title,
  description: showDescriptionSchema,
  author: lineSchema,
  language: settingSchemas.language,
  category: settingSchemas.category,
  type: z.enum(["episodic", "serial"], 'must be "episodic" or "serial"'),
  explicit: z.enum(["true", "false"]).transform((text) => text === "true"),
});

export const ownerFormSchema = z.strictObject({
  ...opened,
  ownerEmail: z.union([z.literal("").transform(() => null), emailSchema]),
  publishOwnerEmail: ticked,
  locked: ticked,
});

/** A hard confirmation: something of the show's is typed. */
export const addressFormSchema = z.strictObject({
  show: z.string(),
  slug: settingSchemas.slug,
  confirmation: z.string(),
});
export const deletionFormSchema = z.strictObject({ show: z.string(), confirmation: z.string() });

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
