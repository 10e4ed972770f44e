"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { inviteToHouse, renewInvitation, revokeInvitation } from "@/lib/accounts/invitation-mutations";
import { findHouseInvitation } from "@/lib/accounts/invitations";
import { houseInvitationSchema } from "@/lib/accounts/workspace-schema";
import { adminAction } from "@/lib/web/action";

const named = z.object({ invitation: z.string() });

/** Fields: by ("link" or "mail"), email. Gives the link, this once, or whom it was mailed to. */
export const invite = adminAction(houseInvitationSchema, async ({ email }, { admin, now }) => {
  const { link } = await inviteToHouse(admin, email, now);
  revalidatePath("/admin/invitations");
  return { link, email };
});

/** Gives another link, or mails one. */
export const renew = adminAction(named, async ({ invitation: id }, { admin, now }) => {
  const invitation = (await findHouseInvitation(admin, id)) ?? notFound();
  const { link } = await renewInvitation(invitation, now);
  revalidatePath("/admin/invitations");
  return { link, email: invitation.email };
});

export const revoke = adminAction(named, async ({ invitation: id }, { admin, now }) => {
  const invitation = (await findHouseInvitation(admin, id)) ?? notFound();
  await revokeInvitation(invitation, now);
  revalidatePath("/admin/invitations");
  return {};
});
