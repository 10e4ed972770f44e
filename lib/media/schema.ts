import { z } from "zod";
import { oneLine } from "@/lib/platform/text";
import { lineSchema } from "@/lib/shows/schema";

export const newUploadSchema = z.strictObject({
  filename: lineSchema,
  size: z.number("must be the file's size in bytes").int("must be whole bytes").nonnegative("must not be negative"),
  type: z.string().transform((type) => oneLine(type, 255)),
});

/** What a page of the studio sends: for which show, and for which episode of it. */
export const studioUploadSchema = newUploadSchema.extend({ show: z.string(), episode: z.string() });

export const completionSchema = z.strictObject({
  sha256: z
    .string()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits")
    .optional(),
});

export type NewUpload = z.infer<typeof newUploadSchema>;
