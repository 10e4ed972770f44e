import { z } from "zod";
import { emailSchema } from "@/lib/accounts/schema";
import { signUpModes } from "@/lib/accounts/sign-up-mode";

/** What the form was filled from; a save from something older is refused. */
const seen = z.string().max(2000);

const orNothing = <S extends z.ZodType>(schema: S) =>
  z.preprocess((text) => (typeof text === "string" && text.trim() === "" ? null : text), schema.nullable());

export const houseSchema = z.strictObject({
  seen,
  name: orNothing(z.string().trim().max(60, "must have at most 60 characters")),
  contact: orNothing(emailSchema),
  terms: orNothing(
    z
      .url({ protocol: /^https?$/, error: "must be a whole address, like https://example.org/terms" })
      .max(500, "must have at most 500 characters"),
  ),
});

export const modeSchema = z.strictObject({ seen, mode: z.enum(signUpModes) });

export const announcementSchema = z.strictObject({
  seen,
  text: z.string().trim().min(1, "is needed").max(500, "must have at most 500 characters"),
  /** an instant in UTC: the browser's own time is made one before it is sent */
  until: orNothing(z.coerce.date({ error: "is not a date and a time" })),
});

export const takeBackSchema = z.strictObject({ seen });
