import { z } from "zod";
import { makeMailedSecret } from "@/lib/accounts/mailed-secrets";
import { findUserByEmail } from "@/lib/accounts/queries";
import { emailSchema } from "@/lib/accounts/schema";
import { record } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { enqueue } from "@/lib/platform/jobs";
import { type Letter, writeLetter } from "@/lib/platform/letter";
import { sendMail } from "@/lib/platform/mail";
import type { User } from "@/prisma/generated/client";

/** The job that writes to a user. What it sends is made in it, so that no secret lies in the queue. */
export const ACCOUNT_MAIL = "account-mail";

const kinds = ["verification", "passwordReset", "addressKnown", "suspended", "restored", "secondFactorOff"] as const;
type Kind = (typeof kinds)[number];

const jobSchema = z.object({ kind: z.enum(kinds), email: emailSchema });

/** Has a mail sent when the transaction commits. Whether the address has a user shows only there, not to who asks. */
export const enqueueAccountMail = (tx: Tx, kind: Kind, email: string): Promise<void> =>
  enqueue(tx, ACCOUNT_MAIL, { kind, email });

/** Carries out the job; to nobody when the address has no user, or one who needs no such mail. */
export async function sendAccountMail(data: unknown, now: Date): Promise<void> {
  const { kind, email } = jobSchema.parse(data);
  const user = await findUserByEmail(email);
  if (!user || !isWanted(kind, user)) return;
  const { subject, letter } = await write[kind](user, now);
  await sendMail({ to: email, subject, ...(await writeLetter(letter)) });
}

/** Whoever is suspended hears of that alone, whoever is not of everything else. */
function isWanted(kind: Kind, { suspendedAt, emailVerifiedAt }: User): boolean {
  if (kind === "verification" && emailVerifiedAt) return false;
  return (kind === "suspended") === (suspendedAt !== null);
}

const write: Record<Kind, (user: User, now: Date) => Promise<{ subject: string; letter: Letter }>> = {
  verification: async (user, now) => {
    const { token, code } = await makeSecret(user, "verification", now);
    const link = { label: "Confirm the address", url: `${settings().appUrl}/verify?token=${token}` };
    const paragraphs = ["Type this code where you signed up, or follow the link. Both work for a day."];
    const last = "You did not sign up? Then leave this mail alone; nothing happens.";
    return {
      subject: `${code} is your code for Longwave`,
      letter: { heading: "Confirm your address", paragraphs, code, link, last },
    };
  },
  passwordReset: async (user, now) => {
    const { token } = await makeSecret(user, "passwordReset", now);
    const link = { label: "Choose a new password", url: `${settings().appUrl}/reset?token=${token}` };
    const paragraphs = ["Somebody asked for a new password for your account. The link works once, for an hour."];
    const last = "It was not you? Then leave this mail alone; your password stays as it is.";
    return {
      subject: "A new password for Longwave",
      letter: { heading: "Choose a new password", paragraphs, link, last },
    };
  },
  addressKnown: async () => {
    const link = { label: "Sign in", url: `${settings().appUrl}/sign-in` };
    const paragraphs = ["Somebody, most likely you, signed up with this address. It has an account already."];
    const last = "You do not remember the password? The page to sign in helps with that too.";
    return {
      subject: "You have an account at Longwave",
      letter: { heading: "You are here already", paragraphs, link, last },
    };
  },
  suspended: async ({ suspensionReason }) => {
    const paragraphs = [
      ...(suspensionReason ? [`The reason: ${suspensionReason}`] : []),
      "Your shows, their feeds and their audio do not answer while this lasts. Nothing was deleted.",
    ];
    const link = { label: "Sign in to read more", url: `${settings().appUrl}/sign-in` };
    const last = "Whoever runs this house can lift the suspension.";
    return {
      subject: "Your account at Longwave is suspended",
      letter: { heading: "Your account is suspended", paragraphs, link, last },
    };
  },
  restored: async () => {
    const paragraphs = ["The suspension is lifted. Your shows are on the air again, as they were before."];
    const link = { label: "Sign in", url: `${settings().appUrl}/sign-in` };
    const last = "Tokens for programs were ended by the suspension; make new ones in the studio.";
    return {
      subject: "Your account at Longwave is open again",
      letter: { heading: "Your account is open again", paragraphs, link, last },
    };
  },
  secondFactorOff: async () => {
    const paragraphs = ["An admin of this house turned off the second step of your sign-in, the codes from an app."];
    const link = { label: "Turn it on again", url: `${settings().appUrl}/studio/account` };
    const last = "You did not ask for it? Change your password, and tell whoever runs this house.";
    return {
      subject: "Your second step at Longwave was turned off",
      letter: { heading: "Signing in takes one step now", paragraphs, link, last },
    };
  },
};

async function makeSecret(user: User, purpose: "verification" | "passwordReset", now: Date) {
  return db().$transaction(async (tx) => {
    const secret = await makeMailedSecret(tx, user, purpose, now);
    const act = purpose === "verification" ? "mailVerification" : "mailPasswordReset";
    await record(tx, { actorId: null, via: "job", act, target: { type: "user", id: user.id } });
    return secret;
  });
}
