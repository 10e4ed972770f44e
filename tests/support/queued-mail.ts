import { ACCOUNT_MAIL, sendAccountMail } from "@/lib/accounts/account-mail";
import { db } from "@/lib/platform/db";

type Queued = { id: string; data: unknown };

/** Carries out the mails that are waiting in the queue, each once, as the worker would. Gives how many there were. */
export async function carryOutMail(now: Date): Promise<number> {
  const jobs = await db().$queryRaw<Queued[]>`
    DELETE FROM pgboss.job WHERE name = ${ACCOUNT_MAIL} RETURNING id::text, data`;
  for (const { data } of jobs) await sendAccountMail(data, now);
  return jobs.length;
}
