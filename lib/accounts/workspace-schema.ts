import { z } from "zod";
import { canBeLimited, invitedRoles } from "@/lib/accounts/member-policy";
import { emailSchema, newUserSchema } from "@/lib/accounts/schema";
import { oneLine } from "@/lib/platform/text";
import type { Role } from "@/prisma/generated/client";

const roles = ["owner", "admin", "editor", "analyst"] as const satisfies Role[];

export const workspaceNameSchema = z
  .string()
  .transform((text) => oneLine(text, Number.POSITIVE_INFINITY))
  .pipe(z.string().min(1, "is needed").max(100, "must have at most 100 characters"));

/** The shows that a form names: one, several, or none. */
const shows = z
  .union([z.uuid(), z.array(z.uuid())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));

/** `reach` says whether `shows` counts. */
const reach = { reach: z.enum(["all", "some"]).default("all"), shows };

type Reached = { role: Role; reach: "all" | "some"; shows: string[] };

const namesAShow = ({ role, reach, shows }: Reached) => reach === "all" || !canBeLimited(role) || shows.length > 0;
const noShow = { path: ["shows"], error: "names none: choose at least one show, or all" };

/** Null: all shows. */
const limitOf = ({ role, reach, shows }: Reached): string[] | null =>
  reach === "some" && canBeLimited(role) ? shows : null;

export const membershipSchema = z
  .object({ role: z.enum(roles), ...reach })
  .refine(namesAShow, noShow)
  .transform((input) => ({ role: input.role, limitedTo: limitOf(input) }));

export const invitationSchema = z
  .object({
    role: z.enum(invitedRoles),
    ...reach,
    by: z.enum(["link", "mail"]),
    email: z.string().default(""),
  })
  .refine(namesAShow, noShow)
  .transform(({ by, email, ...input }) => ({
    role: input.role,
    limitedTo: limitOf(input),
    email: by === "mail" ? email : null,
  }))
  .pipe(
    z.object({
      role: z.enum(invitedRoles),
      limitedTo: z.array(z.uuid()).nullable(),
      email: emailSchema.nullable(),
    }),
  );

export const houseInvitationSchema = z
  .object({ by: z.enum(["link", "mail"]), email: z.string().default("") })
  .transform(({ by, email }) => ({ email: by === "mail" ? email : null }))
  .pipe(z.object({ email: emailSchema.nullable() }));

const token = z.string().max(200);
export const invitationTokenSchema = z.object({ token });
export const joinSchema = z.object({ token, email: emailSchema, password: newUserSchema.shape.password });

export type MembershipChange = z.infer<typeof membershipSchema>;
export type NewInvitation = z.infer<typeof invitationSchema>;
