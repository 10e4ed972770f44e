import type { Role } from "@/prisma/generated/client";

/** The roles that an invitation can give. An owner is made of a member. */
export const invitedRoles = ["admin", "editor", "analyst"] as const satisfies Role[];

/** Whether somebody with the role `by` may give a member of role `member` the role `becomes`, or remove them. */
export const mayManage = (by: Role, member: Role, becomes: Role = member): boolean =>
  by === "owner" || (by === "admin" && member !== "owner" && becomes !== "owner");

/** Whether members of this role can be limited to some shows. */
export const canBeLimited = (role: Role): boolean => role === "editor" || role === "analyst";
