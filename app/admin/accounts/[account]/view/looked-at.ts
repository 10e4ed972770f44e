import { notFound, redirect } from "next/navigation";
import { findAccount } from "@/lib/accounts/admin-accounts";
import { findLook } from "@/lib/accounts/looks";
import { requireHouseAdmin } from "@/lib/web/session";

/** Whose eyes, and the look that still holds; without one the admin is led to say why first. */
export async function lookThrough(id: string) {
  const admin = await requireHouseAdmin();
  const user = (await findAccount(admin, id)) ?? notFound();
  const look = (await findLook(admin, user, new Date())) ?? redirect(`/admin/accounts/${user.id}/view`);
  return { user, look };
}
