import { ACCOUNT_MAIL, sendAccountMail } from "@/lib/accounts/account-mail";
import { INVITATION_MAIL, sendInvitationMail } from "@/lib/accounts/invitation-mail";
import { eraseClosed, sweepSecrets } from "@/lib/accounts/sweep";
import { destroyOldKeys } from "@/lib/downloads/address-keys";
import { dropOldDays, makeDaysAhead } from "@/lib/downloads/partitions";
import { attachArrived } from "@/lib/episodes/arrival";
import { sweepDeleted, sweepReplaced } from "@/lib/episodes/sweep";
import { inspectMedia } from "@/lib/media/inspection";
import { INSPECTION } from "@/lib/media/mutations";
import { carryOn, sweepLeftovers, sweepUnattached, sweepUploads } from "@/lib/media/sweep";
import { eachStep } from "@/lib/platform/each-step";
import { settings } from "@/lib/platform/env";
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

const sweep = (now: Date): Promise<void> =>
  eachStep({
    "unfinished uploads": () => sweepUploads(now, attachArrived),
    "closed accounts": () => eraseClosed(now),
    "old secrets": () => sweepSecrets(now),
    "deleted shows and episodes": () => sweepDeleted(now),
    "replaced audio": () => sweepReplaced(now),
    "audio of no episode": () => sweepUnattached(now),
    "objects of nobody": () => sweepLeftovers(now),
    "keys of old months": () => destroyOldKeys(now),
    "days to come": () => makeDaysAhead(now),
    "days long past": () => dropOldDays(now, settings().transfersDays),
  });
