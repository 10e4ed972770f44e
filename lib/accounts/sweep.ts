import { CLOSED_KEPT_DAYS, goesWith } from "@/lib/accounts/closing";
import { lockWorkspacesOf } from "@/lib/accounts/hiding";
import { record } from "@/lib/audit/record";
import { db } from "@/lib/platform/db";
import { eachStep, stepsFor } from "@/lib/platform/each-step";
import type { User } from "@/prisma/generated/client";

const DAY_MS = 24 * 3600_000;
const KEPT_MS = 30 * DAY_MS;

/**
 * Erases the accounts that were closed thirty days ago: nothing says any more whose they were, and audit events keep an id
 * without name or address. The shows that nobody is left for count as deleted since then, so the sweep of what was deleted ends them.
 * One that cannot be erased keeps no other from it; throws at the end when there were some.
 */
export async function eraseClosed(now: Date): Promise<void> {
  const closedAt = { lte: new Date(now.getTime() - CLOSED_KEPT_DAYS * DAY_MS) };
  await eachStep(stepsFor("account", await db().user.findMany({ where: { closedAt } }), erase));
}

/** Throws away what has opened nothing for thirty days, and mail that nobody fetched from the outbox for as long. */
export async function sweepSecrets(now: Date): Promise<void> {
  const longAgo = { lt: new Date(now.getTime() - KEPT_MS) };
  await db().challenge.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - DAY_MS) } } });
  await db().mailedSecret.deleteMany({ where: { expiresAt: longAgo } });
  await db().session.deleteMany({ where: { OR: [{ expiresAt: longAgo }, { endedAt: longAgo }] } });
  await db().invitation.deleteMany({
    where: { OR: [{ expiresAt: longAgo }, { usedAt: longAgo }, { revokedAt: longAgo }] },
  });
  await db().outboxMail.deleteMany({ where: { createdAt: longAgo } });
}

async function erase({ id, email, closedAt }: User): Promise<void> {
  await db().$transaction(async (tx) => {
    // Somebody who opened it again at this moment was first.
    const { count } = await tx.user.updateMany({ where: { id, closedAt }, data: { name: "" } });
    if (count === 0) return;
    await lockWorkspacesOf(tx, id);
    const gone = goesWith(id);
    await tx.show.updateMany({ where: { workspace: gone, deletedAt: null }, data: { deletedAt: closedAt } });
    await tx.workspace.updateMany({ where: gone, data: { name: "Erased" } });
    await tx.outboxMail.deleteMany({ where: { to: email } });
    await tx.invitation.deleteMany({ where: { email } });
    await tx.challenge.deleteMany({ where: { userId: id } });
    await tx.presence.deleteMany({ where: { userId: id } });
    await tx.user.delete({ where: { id } });
    await record(tx, { actorId: null, via: "job", act: "eraseUser", target: { type: "user", id } });
  });
}
