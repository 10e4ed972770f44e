import { z } from "zod";
import { emailSchema, newUserSchema } from "@/lib/accounts/schema";
import { signUpModes } from "@/lib/accounts/sign-up-mode";
import { isTimeZone } from "@/lib/accounts/zone-names";

const password = newUserSchema.shape.password;
const token = z.string().max(200);
const typed = z.string().min(1, "is needed").max(256, "is longer than any password here");

export const signUpSchema = z.object({ email: emailSchema, password });
export const signInSchema = z.object({ email: emailSchema, password: typed, next: z.string().optional() });
export const addressSchema = z.object({ email: emailSchema });
export const resetSchema = z.object({ token, password });
export const linkSchema = z.object({ token });
const sixDigits = z
  .string()
  .transform(withoutGaps)
  .pipe(z.string().regex(/^\d{6}$/, "has six digits"));
export const codeSchema = z.object({ email: emailSchema, code: sixDigits });
export const changePasswordSchema = z.object({ current: typed, password });
export const changeAddressSchema = z.object({ email: emailSchema, current: typed });
export const presentPasswordSchema = z.object({ current: typed });
export const profileSchema = z.object({
  name: z.string().trim().min(1, "is needed").max(255, "must have at most 255 characters"),
  timeZone: z
    .literal("")
    .transform(() => null)
    .or(z.string().refine(isTimeZone, "is not a zone that is known here")),
});
export const confirmTotpSchema = z.object({ code: sixDigits, offer: z.string().max(500) });
export const secondStepSchema = z.object({
  code: z.string().trim().min(1, "is needed").max(40, "is longer than any code here").transform(withoutGaps),
  next: z.string().optional(),
});
export const setUpSchema = z.object({
  token,
  email: emailSchema,
  password,
  signUp: z.enum(signUpModes),
  /** what the house is called; empty: Longwave */
  houseName: z.string().trim().max(60, "must have at most 60 characters").optional(),
  /** whether to go on to where mail is tried */
  tryMail: z.literal("on").optional(),
});

function withoutGaps(text: string): string {
  return text.replace(/\s/g, "");
}
