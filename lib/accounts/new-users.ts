import type { Tx } from "@/lib/platform/db";
import type { User, Workspace } from "@/prisma/generated/client";

const GB = 1000n ** 3n;

type NewUser = Pick<User, "email" | "name" | "passwordHash" | "isHouseAdmin" | "emailVerifiedAt">;

/** Whether a user has this address. Until the transaction ends nobody else is told that it is free. */
export async function isAddressTaken(tx: Tx, email: string): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('new users'))`;
  return (await tx.user.count({ where: { email } })) > 0;
}

/** A user with a workspace of their own. */
export async function addUser(tx: Tx, data: NewUser): Promise<{ user: User; workspace: Workspace }> {
  const user = await tx.user.create({ data });
  return { user, workspace: await openWorkspace(tx, user) };
}

async function openWorkspace(tx: Tx, owner: User): Promise<Workspace> {
  const plan = await defaultPlan(tx);
  return tx.workspace.create({
    data: { name: owner.name, planId: plan.id, memberships: { create: { userId: owner.id, role: "owner" } } },
  });
}

async function defaultPlan(tx: Tx) {
  const plan = await tx.plan.findFirst({ where: { isDefault: true } });
  if (plan) return plan;
  const standard = { name: "Standard", isDefault: true, maxBytes: 100n * GB, maxFileBytes: 2n * GB };
  return tx.plan.upsert({ where: { name: standard.name }, create: standard, update: { isDefault: true } });
}
