import type { Actor } from "@/lib/accounts/actor";
import { db } from "@/lib/platform/db";
import type { User } from "@/prisma/generated/client";

/** How the actor is called, and the zone they think in; null: the browser's. */
export const findProfile = ({ user: { id } }: Actor): Promise<Pick<User, "name" | "timeZone">> =>
  db().user.findUniqueOrThrow({ where: { id }, select: { name: true, timeZone: true } });
