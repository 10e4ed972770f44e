import { redirect } from "next/navigation";
import type { Entrance } from "@/lib/accounts/entrance";
import { findSecondStep } from "@/lib/accounts/second-step";
import { signOut } from "@/lib/accounts/session-mutations";
import { signIn, takeSecondStep } from "@/lib/accounts/sign-in-mutations";
import { DomainError } from "@/lib/platform/errors";
import type { Caller } from "@/lib/web/caller";
import { withPasswordLimit, withSecondStepLimit } from "@/lib/web/limits";
import { ownPath } from "@/lib/web/own-path";
import { giveTicket, presentTicket, takeTicket } from "@/lib/web/second-step-cookie";
import { currentActor, currentSessionId, currentSuspended, giveCookie, takeCookie } from "@/lib/web/session";

type Credentials = { email: string; password: string };
type Session = { id: string };

/** As far as a password leads, within the limits. */
export const signInWithin = (credentials: Credentials, caller: Caller, now: Date): Promise<Entrance> =>
  withPasswordLimit(caller, credentials.email, () => signIn(credentials, { userAgent: caller.userAgent, now }));

/** The second step for the ticket that this browser holds, within limits of its own. */
export async function takeSecondStepWithin(code: string, { caller, now }: { caller: Caller; now: Date }) {
  const ticket = await presentTicket();
  const step = ticket ? await findSecondStep(ticket, now) : null;
  if (!ticket || !step)
    throw new DomainError("unauthenticated", "This took too long. Go back and sign in with your password again.");
  const moment = { userAgent: caller.userAgent, now };
  return withSecondStepLimit(caller, step.user.id, () => takeSecondStep(ticket, code, moment));
}

/** Whether this browser has shown a password and owes the second step. */
export async function owesSecondStep(now: Date): Promise<boolean> {
  const ticket = await presentTicket();
  return Boolean(ticket && (await findSecondStep(ticket, now)));
}

/** Leads on to where the entrance goes, with the cookie that it needs; at last to `next`, inside this house. */
export async function proceed(entrance: Entrance, next: string | undefined, now: Date): Promise<never> {
  if (entrance.to === "verification") redirect(`/verify?email=${encodeURIComponent(entrance.email)}`);
  if (entrance.to === "second step") {
    await giveTicket(entrance.ticket);
    redirect(`/sign-in/code${next ? `?next=${encodeURIComponent(ownPath(next))}` : ""}`);
  }
  await takeTicket();
  await enter(entrance.session, now);
  redirect(entrance.to === "suspension" ? "/suspended" : ownPath(next));
}

/** Gives this browser the new session; one that it had before is ended. */
export async function enter(session: Session, now: Date): Promise<void> {
  await endPresent(now);
  await giveCookie(session.id);
}

/** Ends this browser's session. */
export async function leave(now: Date): Promise<void> {
  await endPresent(now);
  await takeCookie();
}

async function endPresent(now: Date): Promise<void> {
  const [actor, sessionId] = [await currentActor(), await currentSessionId()];
  if (actor && sessionId) return void (await signOut(actor, sessionId, now));
  const suspended = await currentSuspended();
  if (suspended) await signOut({ ...suspended, via: "session" }, suspended.sessionId, now);
}
