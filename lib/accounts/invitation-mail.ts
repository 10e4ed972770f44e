import { z } from "zod";
import { houseName } from "@/lib/accounts/house-settings";
import { findInvitationByToken, type ShownInvitation } from "@/lib/accounts/invitations";
import { hashSecret, newSecret } from "@/lib/accounts/secrets";
import { record } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { enqueue } from "@/lib/platform/jobs";
import { type Letter, writeLetter } from "@/lib/platform/letter";
import { sendMail } from "@/lib/platform/mail";

/** The job that mails an invitation. Its link is made in it, so that no secret lies in the queue. */
export const INVITATION_MAIL = "invitation-mail";

const jobSchema = z.object({ invitationId: z.uuid() });

/** Has the invitation mailed when the transaction commits. */
export const enqueueInvitationMail = (tx: Tx, invitationId: string): Promise<void> =>
  enqueue(tx, INVITATION_MAIL, { invitationId });

/** Carries out the job; to nobody when the invitation is not open any more. A second run's link replaces the first's. */
export async function sendInvitationMail(data: unknown, now: Date): Promise<void> {
  const token = await makeLink(jobSchema.parse(data).invitationId, now);
  const invitation = token ? await findInvitationByToken(token, now) : null;
  if (invitation?.state !== "open" || !invitation.email) return;
  const house = await houseName();
  const { subject, letter } = write(invitation, house, `${settings().appUrl}/invitation?token=${token}`);
  await sendMail({ to: invitation.email, subject, house, ...(await writeLetter(letter)) });
}

function makeLink(id: string, now: Date): Promise<string | null> {
  const token = newSecret("lwi");
  return db().$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id, email: { not: null }, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { hash: hashSecret(token) },
    });
    if (count === 0) return null;
    await record(tx, { actorId: null, via: "job", act: "mailInvitation", target: { type: "invitation", id } });
    return token;
  });
}

function write(invitation: ShownInvitation, house: string, url: string): { subject: string; letter: Letter } {
  const { inviter, workspace } = invitation;
  const link = { label: "See the invitation", url };
  const last =
    "It is for this address alone, and works once, for seven days. You expect none? Then leave this mail alone.";
  if (!workspace) {
    const paragraphs = [`${inviter} invites you to make an account at ${house} and publish podcasts there.`];
    return {
      subject: `${inviter} invites you to ${house}`,
      letter: { heading: "You are invited", paragraphs, link, last },
    };
  }
  return {
    subject: `${inviter} invites you to “${workspace.name}” at ${house}`,
    letter: { heading: "You are invited", paragraphs: wordsOf(invitation, workspace.name), link, last },
  };
}

function wordsOf({ inviter, role, showIds, shows }: ShownInvitation, workspace: string): string[] {
  const first = `${inviter} invites you to the workspace “${workspace}” as an ${role}.`;
  if (showIds.length === 0) return [first];
  const list = new Intl.ListFormat("en").format(shows.map((title) => `“${title}”`));
  return [first, `You would work on ${list || "no show that is still there"}.`];
}
