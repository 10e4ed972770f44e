import { signOut } from "@/lib/accounts/session-mutations";
import { signIn } from "@/lib/accounts/sign-in-mutations";
import type { Caller } from "@/lib/web/caller";
import { withPasswordLimit } from "@/lib/web/limits";
import { currentActor, currentSessionId, giveCookie, takeCookie } from "@/lib/web/session";

type Credentials = { email: string; password: string };
type Session = { id: string };

/** A session by password, within the limits. Null: the address has to be verified first, and a mail is on its way. */
export const signInWithin = (credentials: Credentials, caller: Caller, now: Date): Promise<Session | null> =>
  withPasswordLimit(caller, credentials.email, () => signIn(credentials, { userAgent: caller.userAgent, now }));

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
  if (actor && sessionId) await signOut(actor, sessionId, now);
}
