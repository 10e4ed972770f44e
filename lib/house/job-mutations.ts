import { asAdmin, type HouseAdmin } from "@/lib/accounts/actor";
import { record } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { discardFailed, retryFailed } from "@/lib/platform/jobs";
import { isUuid } from "@/lib/platform/uuid";

export type FailedJob = { queue: string; id: string };

/** Has a failed job tried once more. Throws `conflict` when somebody was there before. */
export const retryJob = (admin: HouseAdmin, job: FailedJob): Promise<void> =>
  decide(admin, job, "retryJob", (tx) => retryFailed(tx, job.queue, job.id));

/** Forgets a failed job. Throws `conflict` when somebody was there before. */
export const discardJob = (admin: HouseAdmin, job: FailedJob): Promise<void> =>
  decide(admin, job, "discardJob", (tx) => discardFailed(tx, job.queue, job.id));

async function decide(
  admin: HouseAdmin,
  { queue, id }: FailedJob,
  act: string,
  carryOut: (tx: Tx) => Promise<boolean>,
): Promise<void> {
  const gone = new DomainError("conflict", "This job is not among the failed ones any more: it was decided already.");
  if (!isUuid(id)) throw gone;
  await db().$transaction(async (tx) => {
    if (!(await carryOut(tx))) throw gone;
    await record(tx, { ...asAdmin(admin), act, target: { type: "job", id }, difference: { queue } });
  });
}
