import type { z } from "zod";
import type { Actor } from "@/lib/accounts/actor";
import type { profileSchema } from "@/lib/accounts/sign-in-schema";
import { differenceBetween, record } from "@/lib/audit/record";
import { db } from "@/lib/platform/db";

/** Sets how one is called and in which zone one thinks. A save that changes nothing leaves no event. */
export async function changeProfile({ user: { id } }: Actor, input: z.infer<typeof profileSchema>): Promise<void> {
  await db().$transaction(async (tx) => {
    const before = await tx.user.findUniqueOrThrow({ where: { id }, select: { name: true, timeZone: true } });
    const changed = Object.keys(differenceBetween(before, input));
    if (changed.length === 0) return;
    await tx.user.update({ where: { id }, data: input });
    // The audit outlives the account, so it keeps no name.
    const difference = { changed };
    await record(tx, { actorId: id, via: "session", act: "changeProfile", target: { type: "user", id }, difference });
  });
}
