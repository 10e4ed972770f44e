import { z } from "zod";
import { emailSchema, newUserSchema } from "@/lib/accounts/schema";
import { signUpModes } from "@/lib/accounts/sign-up-mode";

const password = newUserSchema.shape.password;
const token = z.string().max(200);
const typed = z.string().min(1, "is needed").max(256, "is longer than any password here");

export const signUpSchema = z.object({ email: emailSchema, password });
export const signInSchema = z.object({ email: emailSchema, password: typed, next: z.string().optional() });
export const addressSchema = z.object({ email: emailSchema });
export const resetSchema = z.object({ token, password });
export const linkSchema = z.object({ token });
export const codeSchema = z.object({
  email: emailSchema,
  code: z
    .string()
    .transform((text) => text.replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "has six digits")),
});
export const changePasswordSchema = z.object({ current: typed, password });
export const setUpSchema = z.object({ token, email: emailSchema, password, signUp: z.enum(signUpModes) });
