import { ACCOUNT_MAIL, sendAccountMail } from "@/lib/accounts/account-mail";
import { INVITATION_MAIL, sendInvitationMail } from "@/lib/accounts/invitation-mail";
import { eraseClosed, sweepSecrets } from "@/lib/accounts/sweep";
import { keepLedger } from "@/lib/downloads/sweep";
import { attachArrived } from "@/lib/episodes/arrival";
import { sweepDeleted, sweepReplaced } from "@/lib/episodes/sweep";
import { inspectMedia } from "@/lib/media/inspection";
import { INSPECTION } from "@/lib/media/mutations";
import { carryOn, sweepLeftovers, sweepUnattached, sweepUploads } from "@/lib/media/sweep";
import type { JobKinds } from "@/lib/platform/jobs";
import { sendTakedownMail, TAKEDOWN_MAIL } from "@/lib/shows/takedown-mail";

/** Every kind of background job, for server.ts and worker.ts. */
export const jobKinds: JobKinds = {
  [INSPECTION]: {
    run: (data, signal) => inspectMedia((data as { mediaId: string }).mediaId, signal, new Date(), attachArrived),
    expireInSeconds: 1800,
  },
  [ACCOUNT_MAIL]: { run: (data) => sendAccountMail(data, new Date()) },
  [TAKEDOWN_MAIL]: { run: (data) => sendTakedownMail(data) },
  [INVITATION_MAIL]: { run: (data) => sendInvitationMail(data, new Date()) },
  sweep: { run: () => sweep(new Date()), cron: "*/15 * * * *" },
};

/** What a crash left halfway is taken up again; call it once the jobs run. */
export const carryOnAfterCrash = (): Promise<void> => carryOn(new Date(), attachArrived);

async function sweep(now: Date): Promise<void> {
  await sweepUploads(now);
  await eraseClosed(now);
  await sweepSecrets(now);
  await sweepDeleted(now);
  await sweepReplaced(now);
  await sweepUnattached(now);
  await sweepLeftovers(now);
  await keepLedger(now);
}
