"use server";

import { redirect } from "next/navigation";
import { acceptInvitation, signUpByInvitation } from "@/lib/accounts/joining-mutations";
import { invitationTokenSchema, joinSchema } from "@/lib/accounts/workspace-schema";
import { openAction } from "@/lib/web/action";
import { countCode, countMail } from "@/lib/web/limits";
import { requireSignedIn } from "@/lib/web/session";
import { enter } from "@/lib/web/sign-in";

/** Field: token (of the link /invitation?token=…). Leads to the workspace. */
export const accept = openAction(invitationTokenSchema, async ({ token }, { caller, now }) => {
  await countCode(caller, token);
  const workspaceId = await acceptInvitation(await requireSignedIn(), token, now);
  redirect(`/studio/workspaces/${workspaceId}`);
});

/** Fields: token, email, password. Leads to the studio, or to /verify where the address has to be shown to be theirs. */
export const join = openAction(joinSchema, async (input, { caller, now }) => {
  await countCode(caller, input.token);
  await countMail(caller, input.email);
  const session = await signUpByInvitation(input, { userAgent: caller.userAgent, now });
  if (!session) redirect(`/verify?email=${encodeURIComponent(input.email)}`);
  await enter(session, now);
  redirect("/studio");
});
