"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { findWorkspace } from "@/lib/accounts/admin-workspaces";
import { changeAllowance as change } from "@/lib/accounts/plan-mutations";
import { allowanceSchema } from "@/lib/accounts/plan-schema";
import { adminAction } from "@/lib/web/action";

export const changeAllowance = adminAction(
  allowanceSchema.extend({ workspace: z.string() }),
  async ({ workspace: id, ...allowance }, { admin }) => {
    const workspace = (await findWorkspace(admin, id)) ?? notFound();
    await change(admin, workspace, allowance);
    revalidatePath(`/admin/workspaces/${id}`);
    return {};
  },
);
