import { enqueueAccountMail } from "@/lib/accounts/account-mail";
import { CLOSED_KEPT_DAYS } from "@/lib/accounts/closing";
import { houseContact } from "@/lib/accounts/house-contact";
import { openSecondStep } from "@/lib/accounts/second-step";
import { createSession } from "@/lib/accounts/sessions";
import { record } from "@/lib/audit/record";
import type { Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { mailLeaves } from "@/lib/platform/mail";
import type { Session, User } from "@/prisma/generated/client";

/** The browser that asks, as it names itself, and when. */
export type Moment = { userAgent: string | null; now: Date };

/**
 * Where whoever showed who they are gets to: into the house; to the page that asks for a second step, holding a ticket; to
 * the one that asks for the code of a mail; or, suspended, to the one page that says so, for which the session is.
 */
export type Entrance =
  | { to: "house"; session: Session }
  | { to: "second step"; ticket: string }
  | { to: "verification"; email: string }
  | { to: "suspension"; session: Session };

/** What somebody has shown of themselves: a passkey, or both steps, is more than a password. */
export type Shown = { act: string; factors: "one" | "both"; difference?: Record<string, unknown> };

/** Lets a user in as far as they may come. Throws `conflict` for an account that is closed. */
export async function admit(tx: Tx, user: User, shown: Shown, moment: Moment): Promise<Entrance> {
  if (user.closedAt) throw await closed(user.closedAt);
  if (mailLeaves() && !user.emailVerifiedAt && !user.suspendedAt) {
    await enqueueAccountMail(tx, "verification", user.email);
    return { to: "verification", email: user.email };
  }
  if (user.totpEnabledAt && shown.factors === "one")
    return { to: "second step", ticket: await openSecondStep(tx, user, moment.now) };
  const session = await openSession(tx, user, shown, moment);
  return { to: user.suspendedAt ? "suspension" : "house", session };
}

async function openSession(tx: Tx, { id }: User, shown: Shown, { userAgent, now }: Moment): Promise<Session> {
  const { act, difference } = shown;
  await record(tx, { actorId: id, via: "session", act, target: { type: "user", id }, difference });
  return createSession({ id }, now, { userAgent, tx });
}

async function closed(closedAt: Date): Promise<DomainError> {
  const until = new Date(closedAt.getTime() + CLOSED_KEPT_DAYS * 24 * 3600_000);
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" }).format(until);
  const whom = (await houseContact()) ?? "whoever runs this house";
  return new DomainError("conflict", `This account is closed. To have it opened again, ask ${whom} before ${day}.`);
}
