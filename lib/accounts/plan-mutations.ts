import type { z } from "zod";
import { asAdmin, type HouseAdmin } from "@/lib/accounts/actor";
import type { allowanceSchema, planSchema } from "@/lib/accounts/plan-schema";
import { differenceBetween, record } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import type { Plan, Workspace } from "@/prisma/generated/client";

type PlanFields = z.infer<typeof planSchema>;

/** Throws `invalid` for a name that another plan has. */
export async function createPlan(admin: HouseAdmin, fields: PlanFields): Promise<Plan> {
  return db().$transaction(async (tx) => {
    await refuseTakenName(tx, fields.name);
    const plan = await tx.plan.create({ data: fields });
    await note(tx, admin, plan, "createPlan", fields);
    return plan;
  });
}

/** What is stored above a smaller size stays; nothing more goes in. Throws `invalid` for a name that another plan has. */
export async function changePlan(admin: HouseAdmin, plan: Plan, fields: PlanFields): Promise<void> {
  await db().$transaction(async (tx) => {
    await refuseTakenName(tx, fields.name, plan.id);
    const before = await tx.plan.findUniqueOrThrow({ where: { id: plan.id } });
    const difference = differenceBetween(before, fields);
    if (Object.keys(difference).length === 0) return;
    await tx.plan.update({ where: { id: plan.id }, data: fields });
    await note(tx, admin, plan, "changePlan", difference);
  });
}

/** New workspaces begin on it, instead of on the one before. */
export async function makePlanDefault(admin: HouseAdmin, plan: Plan): Promise<void> {
  await db().$transaction(async (tx) => {
    await holdPlans(tx);
    await tx.plan.updateMany({ where: { isDefault: true, id: { not: plan.id } }, data: { isDefault: false } });
    const { count } = await tx.plan.updateMany({ where: { id: plan.id, isDefault: false }, data: { isDefault: true } });
    if (count > 0) await note(tx, admin, plan, "makePlanDefault");
  });
}

/** Throws `conflict` while a workspace is on it, and for the default plan. */
export async function deletePlan(admin: HouseAdmin, plan: Plan): Promise<void> {
  await db().$transaction(async (tx) => {
    await holdPlans(tx);
    const { count } = await tx.plan.deleteMany({ where: { id: plan.id, isDefault: false, workspaces: { none: {} } } });
    if (count === 0)
      throw new DomainError("conflict", "A plan that is the default, or that a workspace is on, cannot be deleted.");
    await note(tx, admin, plan, "deletePlan", { name: plan.name });
  });
}

/** Puts a workspace on a plan, with or without sizes of its own beside it. Throws `invalid` for a plan that is not there. */
export async function changeAllowance(
  admin: HouseAdmin,
  { id }: Pick<Workspace, "id">,
  { plan: planId, ...sizes }: z.infer<typeof allowanceSchema>,
): Promise<void> {
  await db().$transaction(async (tx) => {
    await holdPlans(tx);
    const before = await tx.workspace.findUniqueOrThrow({ where: { id }, include: { plan: true } });
    const plan = await tx.plan.findUnique({ where: { id: planId } });
    if (!plan)
      throw new DomainError("invalid", "There is no such plan any more.", {
        fields: { plan: "is not there any more" },
      });
    const difference = differenceBetween({ ...before, plan: before.plan.name }, { ...sizes, plan: plan.name });
    if (Object.keys(difference).length === 0) return;
    await tx.workspace.update({ where: { id }, data: { planId, ...sizes } });
    const target = { type: "workspace", id } as const;
    await record(tx, { ...asAdmin(admin), act: "changeAllowance", target, workspaceId: id, difference });
  });
}

/** One change of plans at a time: a name is taken once, one is the default, none is deleted under a workspace. */
const holdPlans = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('plans'))`;

async function refuseTakenName(tx: Tx, name: string, own?: string): Promise<void> {
  await holdPlans(tx);
  const taken = await tx.plan.findFirst({ where: { name, ...(own && { id: { not: own } }) } });
  if (taken)
    throw new DomainError("invalid", "Another plan has this name.", { fields: { name: "is another plan's already" } });
}

const note = (tx: Tx, admin: HouseAdmin, { id }: Plan, act: string, difference = {}) =>
  record(tx, { ...asAdmin(admin), act, target: { type: "plan", id }, difference });
