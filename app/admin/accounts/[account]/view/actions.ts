"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { findAccount } from "@/lib/accounts/admin-accounts";
import { beginLook as begin } from "@/lib/accounts/admin-mutations";
import { reasonSchema } from "@/lib/accounts/schema";
import { adminAction } from "@/lib/web/action";

export const beginLook = adminAction(
  z.strictObject({ account: z.string(), reason: reasonSchema }),
  async ({ account: id, reason }, { admin }) => {
    const user = (await findAccount(admin, id)) ?? notFound();
    await begin(admin, user, reason);
    revalidatePath(`/admin/accounts/${id}/view`, "layout");
    return {};
  },
);
