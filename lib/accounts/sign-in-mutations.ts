import type { z } from "zod";
import { enqueueAccountMail } from "@/lib/accounts/account-mail";
import { addUser, isAddressTaken } from "@/lib/accounts/new-users";
import { hashPassword, isOutdated, isPassword } from "@/lib/accounts/passwords";
import { findUserByEmail } from "@/lib/accounts/queries";
import { createSession } from "@/lib/accounts/sessions";
import type { signInSchema, signUpSchema } from "@/lib/accounts/sign-in-schema";
import { refuseWhereClosed } from "@/lib/accounts/sign-up-mode";
import { record } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { mailLeaves } from "@/lib/platform/mail";
import type { Session, User } from "@/prisma/generated/client";

/** The browser that asks, as it names itself, and when. */
export type Moment = { userAgent: string | null; now: Date };

/**
 * Makes an account. With mail the answer is null for every address: what comes next stands in a mail to it. Without, a new
 * user is signed in at once. Throws `conflict` where sign-up is closed, or, without mail, where the address is taken.
 */
export async function signUp(input: z.infer<typeof signUpSchema>, moment: Moment): Promise<Session | null> {
  await refuseWhereClosed();
  const passwordHash = await hashPassword(input.password);
  return db().$transaction(async (tx) => {
    const taken = await isAddressTaken(tx, input.email);
    if (taken && !mailLeaves()) throw cannotSignUp();
    if (mailLeaves()) await enqueueAccountMail(tx, taken ? "addressKnown" : "verification", input.email);
    return taken ? null : join(tx, input.email, passwordHash, moment);
  });
}

/**
 * Opens a session; null when the address has to be verified first, by a mail that is on its way. Throws `unauthenticated`
 * with the same words for a wrong password and an unknown address, and `conflict` for a suspended user.
 */
export async function signIn(
  { email, password }: Pick<z.infer<typeof signInSchema>, "email" | "password">,
  moment: Moment,
): Promise<Session | null> {
  const user = await findUserByEmail(email);
  const right = await isPassword(password, user?.passwordHash ?? null);
  if (!right || !user?.passwordHash) throw wrong();
  if (user.suspendedAt) throw suspended(user);
  if (mailLeaves() && !user.emailVerifiedAt) return askToVerify(email);
  const passwordHash = isOutdated(user.passwordHash) ? await hashPassword(password) : user.passwordHash;
  return db().$transaction(async (tx) => {
    // A password that is changed at this moment ends sessions; one opened by the old password must not slip past.
    const { count } = await tx.user.updateMany({
      where: { id: user.id, passwordHash: user.passwordHash, suspendedAt: null },
      data: { passwordHash },
    });
    if (count === 0) throw wrong();
    return openSessionFor(tx, user, "signIn", moment);
  });
}

/** A session for a user who has shown who they are, and the event that says how. */
export async function openSessionFor(
  tx: Tx,
  user: Pick<User, "id">,
  act: string,
  { userAgent, now }: Moment,
): Promise<Session> {
  await record(tx, { actorId: user.id, via: "session", act, target: { type: "user", id: user.id } });
  return createSession(user, now, { userAgent, tx });
}

async function join(tx: Tx, email: string, passwordHash: string, moment: Moment): Promise<Session | null> {
  const name = email.split("@")[0] as string;
  const facts = { isHouseAdmin: false, emailVerifiedAt: null };
  const { user, workspace } = await addUser(tx, { email, name, passwordHash, ...facts });
  await record(tx, {
    ...{ actorId: user.id, via: "session", act: "signUp" },
    target: { type: "user", id: user.id },
    workspaceId: workspace.id,
  });
  return mailLeaves() ? null : createSession(user, moment.now, { userAgent: moment.userAgent, tx });
}

async function askToVerify(email: string): Promise<null> {
  await db().$transaction((tx) => enqueueAccountMail(tx, "verification", email));
  return null;
}

const wrong = () =>
  new DomainError(
    "unauthenticated",
    "That e-mail address and password do not belong together. Try again, or reset it.",
  );

const cannotSignUp = () =>
  new DomainError("conflict", "An account cannot be made with this address. If it is yours, sign in instead.");

const suspended = ({ suspensionReason }: User) =>
  new DomainError(
    "conflict",
    `This account is suspended${suspensionReason ? `: ${suspensionReason.replace(/\.$/, "")}` : ""}. Ask whoever runs this house.`,
  );
