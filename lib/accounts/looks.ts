import type { HouseAdmin } from "@/lib/accounts/actor";
import { db } from "@/lib/platform/db";
import type { AuditEvent, User } from "@/prisma/generated/client";

/** The act that begins a look. */
export const LOOK = "beginLook";

/** How long a reason holds. */
export const LOOK_MINUTES = 30;

declare const looked: unique symbol;

/** The proof that a house admin has said why they look at what this user sees. Queries take it, and no verb does. */
export type Look = {
  readonly admin: HouseAdmin;
  readonly user: Pick<User, "id" | "email" | "name" | "isHouseAdmin">;
  readonly reason: string;
  readonly [looked]: true;
};

/** The admin's look at this user's things that still holds; null: they must say why first. */
export async function findLook(
  admin: HouseAdmin,
  { id, email, name, isHouseAdmin }: Look["user"],
  now: Date,
): Promise<Look | null> {
  const event = await db().auditEvent.findFirst({
    where: {
      ...{ actorId: admin.user.id, act: LOOK, targetType: "user", targetId: id },
      at: { gt: new Date(now.getTime() - LOOK_MINUTES * 60_000) },
    },
    orderBy: { at: "desc" },
  });
  return event && ({ admin, user: { id, email, name, isHouseAdmin }, reason: reasonOf(event) } as Look);
}

function reasonOf({ difference }: Pick<AuditEvent, "difference">): string {
  return typeof difference === "object" && difference && "reason" in difference ? String(difference.reason) : "";
}
