import type { HouseAdmin } from "@/lib/accounts/actor";
import { db } from "@/lib/platform/db";
import { isUuid } from "@/lib/platform/uuid";
import type { Plan } from "@/prisma/generated/client";

/** A plan, and how many workspaces are on it. */
export type PlanLine = Plan & { workspaces: number };

/** Every plan by its size, the smallest first. */
export async function listPlans(_: HouseAdmin): Promise<PlanLine[]> {
  const plans = await db().plan.findMany({
    orderBy: [{ maxBytes: "asc" }, { name: "asc" }],
    include: { _count: { select: { workspaces: true } } },
  });
  return plans.map(({ _count, ...plan }) => ({ ...plan, workspaces: _count.workspaces }));
}

export async function findPlan(_: HouseAdmin, id: string): Promise<PlanLine | null> {
  if (!isUuid(id)) return null;
  const found = await db().plan.findUnique({ where: { id }, include: { _count: { select: { workspaces: true } } } });
  if (!found) return null;
  const { _count, ...plan } = found;
  return { ...plan, workspaces: _count.workspaces };
}
