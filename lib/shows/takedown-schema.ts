import { z } from "zod";

/** Why something is taken down; its owner reads it. */
export const takedownReasonSchema = z
  .string()
  .trim()
  .min(1, "is what the owner is told; write it in a sentence or two")
  .max(1000, "must have at most 1000 characters");
