import { z } from "zod";
import { bytesFromWords } from "@/lib/accounts/bytes";

const LARGEST = 1000n ** 6n; // 1,000 PB

const size = z
  .string()
  .transform(bytesFromWords)
  .refine((bytes) => bytes !== null, "is a number and a unit, for example 100 GB")
  .transform((bytes) => bytes ?? 0n)
  .refine((bytes) => bytes > 0n && bytes <= LARGEST, "must be more than nothing, and at most 1000 PB");

/** Left empty: as many as they like. */
const atMost = z
  .string()
  .trim()
  .regex(/^\d{0,6}$/, "is a whole number, or empty for as many as they like")
  .transform((digits) => (digits === "" ? null : Number(digits)))
  .refine((count) => count !== 0, "must be at least 1, or empty for as many as they like");

export const planSchema = z.object({
  name: z.string().trim().min(1, "is needed").max(60, "must have at most 60 characters"),
  maxBytes: size,
  maxFileBytes: size,
  maxShows: atMost,
  maxMembers: atMost,
});

/** Left empty: what the plan says. */
const ownSize = z.union([z.literal("").transform(() => null), size]);

export const allowanceSchema = z.object({ plan: z.uuid(), maxBytes: ownSize, maxFileBytes: ownSize });
