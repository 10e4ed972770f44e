import { z } from "zod";

export const newUploadSchema = z.strictObject({
  filename: z.string().trim().min(1, "must not be empty").max(255, "must have at most 255 characters"),
  size: z.number("must be the file's size in bytes").int("must be whole bytes").nonnegative("must not be negative"),
  type: z.string().trim().max(255),
});

export const completionSchema = z.strictObject({
  sha256: z
    .string()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits")
    .optional(),
});

export type NewUpload = z.infer<typeof newUploadSchema>;
