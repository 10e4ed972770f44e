import { asAdmin, type HouseAdmin } from "@/lib/accounts/actor";
import { record } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { enqueueTakedownMail } from "@/lib/shows/takedown-mail";
import type { Show } from "@/prisma/generated/client";

type Target = Pick<Show, "id" | "workspaceId">;

/** Takes a show off the air: page, feed and media are gone for strangers, and its owners are told why. Twice changes nothing. */
export async function takeDownShow(admin: HouseAdmin, show: Target, reason: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.show.updateMany({
      where: { id: show.id, takenDownAt: null },
      data: { takenDownAt: now, takedownReason: reason },
    });
    if (count === 0) return;
    await note(tx, admin, show, "takeDownShow", { reason });
    await enqueueTakedownMail(tx, show.workspaceId, { type: "show", id: show.id, news: "takenDown" });
  });
}

/** Puts it back on the air, byte for byte. */
export async function liftShowTakedown(admin: HouseAdmin, show: Target): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.show.updateMany({
      where: { id: show.id, takenDownAt: { not: null } },
      data: { takenDownAt: null, takedownReason: null },
    });
    if (count === 0) return;
    await note(tx, admin, show, "liftShowTakedown");
    await enqueueTakedownMail(tx, show.workspaceId, { type: "show", id: show.id, news: "lifted" });
  });
}

const note = (tx: Tx, admin: HouseAdmin, { id, workspaceId }: Target, act: string, difference = {}) =>
  record(tx, { ...asAdmin(admin), act, target: { type: "show", id }, workspaceId, difference });
