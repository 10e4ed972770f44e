import { z } from "zod";

export const emailSchema = z.string().trim().toLowerCase().pipe(z.email("is not an e-mail address").max(254));

export const newUserSchema = z.strictObject({
  email: emailSchema,
  password: z.string().min(10, "must have at least 10 characters").max(256, "must have at most 256 characters"),
  name: z.string().trim().min(1).max(255).optional(),
  admin: z.boolean().default(false),
});

export const tokenNameSchema = z
  .string()
  .trim()
  .min(1, "must say what the token is for")
  .max(255, "must have at most 255 characters");

export const newTokenSchema = z.strictObject({ email: emailSchema, name: tokenNameSchema });

/** Why a house admin does something to somebody; they read it. */
export const reasonSchema = z.string().trim().min(1, "is needed").max(1000, "must have at most 1000 characters");
