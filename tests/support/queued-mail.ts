import { ACCOUNT_MAIL, sendAccountMail } from "@/lib/accounts/account-mail";
import { INVITATION_MAIL, sendInvitationMail } from "@/lib/accounts/invitation-mail";
import { db } from "@/lib/platform/db";

type Queued = { id: string; name: string; data: unknown };

const writers: Record<string, typeof sendAccountMail> = {
  [ACCOUNT_MAIL]: sendAccountMail,
  [INVITATION_MAIL]: sendInvitationMail,
};

/** Carries out the mails that are waiting in the queue, each once, as the worker would. Gives how many there were. */
export async function carryOutMail(now: Date): Promise<number> {
  const jobs = await db().$queryRaw<Queued[]>`
    DELETE FROM pgboss.job WHERE name = ANY(${Object.keys(writers)}) RETURNING id::text, name, data`;
  for (const { name, data } of jobs) await writers[name]?.(data, now);
  return jobs.length;
}
