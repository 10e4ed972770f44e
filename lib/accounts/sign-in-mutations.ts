import type { z } from "zod";
import { enqueueAccountMail } from "@/lib/accounts/account-mail";
import { admit, type Entrance, type Moment } from "@/lib/accounts/entrance";
import { addUser, isAddressTaken } from "@/lib/accounts/new-users";
import { hashPassword, isOutdated, isPassword } from "@/lib/accounts/passwords";
import { findUserByEmail } from "@/lib/accounts/queries";
import { findSecondStep, takeCode, useSecondStep } from "@/lib/accounts/second-step";
import { createSession } from "@/lib/accounts/sessions";
import type { signInSchema, signUpSchema } from "@/lib/accounts/sign-in-schema";
import { refuseWhereClosed } from "@/lib/accounts/sign-up-mode";
import { record } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { mailLeaves } from "@/lib/platform/mail";
import type { Session, User } from "@/prisma/generated/client";

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
 * Lets somebody in by password, as far as they may come. Throws `unauthenticated` with the same words for a wrong password
 * and an unknown address, and `conflict` for an account that is closed.
 */
export async function signIn(
  { email, password }: Pick<z.infer<typeof signInSchema>, "email" | "password">,
  moment: Moment,
): Promise<Entrance> {
  const user = await findUserByEmail(email);
  const right = await isPassword(password, user?.passwordHash ?? null);
  if (!right || !user?.passwordHash) throw wrong();
  const passwordHash = isOutdated(user.passwordHash) ? await hashPassword(password) : user.passwordHash;
  return db().$transaction(async (tx) => {
    if (!(await holdAsRead(tx, user, passwordHash))) throw wrong();
    return admit(tx, { ...user, passwordHash }, { act: "signIn", factors: "one" }, moment);
  });
}

/**
 * The second step of a sign-in: the ticket that the first gave, and a code of the app's or a recovery code. Throws
 * `unauthenticated` when the ticket is worthless, `invalid` for a code that does not fit or was taken before.
 */
export async function takeSecondStep(ticket: string, code: string, moment: Moment): Promise<Entrance> {
  const step = await findSecondStep(ticket, moment.now);
  if (!step) throw tooLate();
  const { id, user } = step;
  return db().$transaction(async (tx) => {
    if (!(await holdAsRead(tx, user, user.passwordHash))) throw tooLate();
    const how = await takeCode(tx, user, code, moment.now);
    if (!how) throw wrongCode();
    if (!(await useSecondStep(tx, id, moment.now))) throw tooLate();
    return admit(tx, user, { act: "signIn", factors: "both", difference: { secondStep: how } }, moment);
  });
}

/**
 * Whether the account still stands as it was read; if so it does until the transaction ends. A password that is changed at this
 * moment ends sessions, and one opened by the old password must not slip past.
 */
async function holdAsRead(tx: Tx, user: User, passwordHash: string | null): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: user.id, passwordHash: user.passwordHash, suspendedAt: user.suspendedAt, closedAt: user.closedAt },
    data: { passwordHash },
  });
  return count === 1;
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

const wrong = () =>
  new DomainError(
    "unauthenticated",
    "That e-mail address and password do not belong together. Try again, or reset it.",
  );

const cannotSignUp = () =>
  new DomainError("conflict", "An account cannot be made with this address. If it is yours, sign in instead.");

const tooLate = () => new DomainError("unauthenticated", "This took too long. Sign in with your password again.");

const wrongCode = () =>
  new DomainError("invalid", "This code does not fit. Each is good once, and those of the app for half a minute.", {
    fields: { code: "does not fit, or was used before" },
  });
