import { ACCOUNT_MAIL } from "@/lib/accounts/account-mail";
import type { HouseAdmin } from "@/lib/accounts/actor";
import { INVITATION_MAIL } from "@/lib/accounts/invitation-mail";
import { isUnprotected } from "@/lib/http/loopback";
import { store } from "@/lib/media/store";
import { db } from "@/lib/platform/db";
import { type DiskRoom, diskRoom } from "@/lib/platform/disk";
import { settings } from "@/lib/platform/env";
import { countFailedJobs, findTrouble } from "@/lib/platform/failed-jobs";
import { mailLeaves } from "@/lib/platform/mail";
import { TAKEDOWN_MAIL } from "@/lib/shows/takedown-mail";

/** What a house admin should know of; null, zero and false where all is well. */
export type HouseTroubles = {
  /** in the store's own words */
  store: string | null;
  /** room on the data folder's disk, where it is nearly full */
  disk: DiskRoom | null;
  failedJobs: number;
  /** letters that did not leave, and why */
  mail: { count: number; reason: string } | null;
  /** workspaces with over nine tenths of their room taken */
  fullWorkspaces: number;
  /** users who never confirmed their address, where mail leaves and they are asked to */
  unverified: number;
  noMail: boolean;
  plainHttp: boolean;
};

/** Looks around, at most five seconds long where something does not answer. */
export async function findHouseTroubles(_: HouseAdmin): Promise<HouseTroubles> {
  const [storeTrouble, disk, failedJobs, mail, fullWorkspaces, unverified] = await Promise.all([
    storeSays(),
    scarceRoom(),
    countFailedJobs(),
    mailLeaves() ? findTrouble([ACCOUNT_MAIL, INVITATION_MAIL, TAKEDOWN_MAIL]) : null,
    countFullWorkspaces(),
    mailLeaves() ? db().user.count({ where: { emailVerifiedAt: null, suspendedAt: null, closedAt: null } }) : 0,
  ]);
  const facts = { noMail: !mailLeaves(), plainHttp: isUnprotected(settings().appUrl) };
  return { store: storeTrouble, disk, failedJobs, mail, fullWorkspaces, unverified, ...facts };
}

const GIB = 1024 ** 3;
const SCARCE = { share: 0.05, bytes: 2 * GIB };
const PATIENCE_MS = 5_000;

/** Nothing of ours grows on the disk where both the database and the objects are elsewhere. */
async function scarceRoom(): Promise<DiskRoom | null> {
  const { databaseUrl, s3, dataDir } = settings();
  if (databaseUrl && s3) return null;
  const room = await diskRoom(dataDir).catch(() => null); // a folder that is gone is the store's trouble
  if (!room) return null;
  return room.free < SCARCE.bytes || room.free < room.size * SCARCE.share ? room : null;
}

async function storeSays(): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const timer = setTimeout(() => resolve("It did not answer within 5 seconds."), PATIENCE_MS);
  const check = store()
    .check()
    .then(() => null)
    .catch((error: Error) => error.message || "It did not answer.");
  return Promise.race([check, promise]).finally(() => clearTimeout(timer));
}

async function countFullWorkspaces(): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Workspace" w JOIN "Plan" p ON p.id = w."planId"
    WHERE w."bytesStored" + w."bytesReserved" > 0.9 * coalesce(w."maxBytes", p."maxBytes")`;
  return row?.count ?? 0;
}
