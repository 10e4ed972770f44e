"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { findPlan } from "@/lib/accounts/admin-plans";
import {
  changePlan as change,
  createPlan as create,
  makePlanDefault as makeDefault,
  deletePlan as remove,
} from "@/lib/accounts/plan-mutations";
import { planSchema } from "@/lib/accounts/plan-schema";
import { adminAction } from "@/lib/web/action";

const one = z.strictObject({ plan: z.string() });

export const createPlan = adminAction(planSchema, async (fields, { admin }) => {
  await create(admin, fields);
  revalidatePath("/admin/plans");
  return {};
});

export const changePlan = adminAction(
  planSchema.extend({ plan: z.string() }),
  async ({ plan: id, ...fields }, { admin }) => {
    const plan = (await findPlan(admin, id)) ?? notFound();
    await change(admin, plan, fields);
    revalidatePath("/admin/plans");
    return {};
  },
);

export const makePlanDefault = adminAction(one, async ({ plan: id }, { admin }) => {
  const plan = (await findPlan(admin, id)) ?? notFound();
  await makeDefault(admin, plan);
  revalidatePath("/admin/plans");
  return {};
});

export const deletePlan = adminAction(one, async ({ plan: id }, { admin }) => {
  const plan = (await findPlan(admin, id)) ?? notFound();
  await remove(admin, plan);
  redirect("/admin/plans");
});
