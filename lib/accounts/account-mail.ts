import { z } from "zod";
import { CLOSED_KEPT_DAYS } from "@/lib/accounts/closing";
import { houseName } from "@/lib/accounts/house-settings";
import { makeMailedSecret } from "@/lib/accounts/mailed-secrets";
import { findUserByEmail } from "@/lib/accounts/queries";
import { emailSchema } from "@/lib/accounts/schema";
import { record } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { enqueue } from "@/lib/platform/jobs";
import { type Letter, writeLetter } from "@/lib/platform/letter";
import { sendMail } from "@/lib/platform/mail";
import type { SecretPurpose, User } from "@/prisma/generated/client";

/** The job that writes to a user. What it sends is made in it, so that no secret lies in the queue. */
export const ACCOUNT_MAIL = "account-mail";

const kinds = [
  "verification",
  "passwordReset",
  "addressKnown",
  "suspended",
  "restored",
  "secondFactorOff",
  "addressChange",
  "addressChangeAsked",
  "addressChanged",
  "addressTaken",
  "closed",
  "reopened",
  "secondStepOn",
  "secondStepOff",
  "passkeyAdded",
] as const;
type Kind = (typeof kinds)[number];

/** `email` is whose account it is; `to`, where the mail goes instead. */
const jobSchema = z.object({ kind: z.enum(kinds), email: emailSchema, to: emailSchema.optional() });

/** Has a mail sent when the transaction commits. Whether the address has a user shows only there, not to who asks. */
export const enqueueAccountMail = (tx: Tx, kind: Kind, email: string, to?: string): Promise<void> =>
  enqueue(tx, ACCOUNT_MAIL, { kind, email, to });

/** Carries out the job; to nobody when the address has no user, or one who needs no such mail. */
export async function sendAccountMail(data: unknown, now: Date): Promise<void> {
  const { kind, email, to = email } = jobSchema.parse(data);
  const user = await findUserByEmail(email);
  if (!user || !isWanted(kind, user)) return;
  const { subject, letter } = await write[kind](user, now, to);
  const house = await houseName();
  await sendMail({ to, subject: subject.replace("Longwave", () => house), house, ...(await writeLetter(letter)) });
}

/** Whoever is suspended, or has closed their account, hears of that alone; whoever is not, of everything else. */
function isWanted(kind: Kind, { suspendedAt, closedAt, emailVerifiedAt }: User): boolean {
  if (kind === "closed" || closedAt) return kind === "closed" && closedAt !== null;
  if (kind === "verification" && emailVerifiedAt) return false;
  return (kind === "suspended") === (suspendedAt !== null);
}

const write: Record<Kind, (user: User, now: Date, to: string) => Promise<{ subject: string; letter: Letter }>> = {
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
  addressChange: async (user, now, to) =>
    (await findUserByEmail(to)) ? addressInUse() : linkToNewAddress(user, now, to),
  addressChangeAsked: async () => {
    const paragraphs = [
      "Somebody signed in as you asked to move the account to another address. A link was mailed there.",
    ];
    const link = { label: "Change the password", url: `${settings().appUrl}/studio/account/password` };
    const last = "It was you? Then there is nothing to do here. It was not? A new password makes that link worthless.";
    return {
      subject: "Your account at Longwave is to move to another address",
      letter: { heading: "Your account is to move", paragraphs, link, last },
    };
  },
  addressChanged: async ({ email }) => ({
    subject: "Your account at Longwave has another address",
    letter: {
      heading: "Your account has moved",
      paragraphs: [`It belongs to ${maskedAddress(email)} from now on; this address opens nothing any more.`],
      last: "It was not you? Write to whoever runs this house at once.",
    },
  }),
  addressTaken: async () => {
    const link = { label: "Sign in", url: `${settings().appUrl}/sign-in` };
    return {
      subject: "This is your address at Longwave now",
      letter: {
        heading: "This is your address now",
        paragraphs: ["From now on you sign in with it, and mail for your account comes here. Your password stays."],
        link,
        last: "The old address was told too.",
      },
    };
  },
  secondStepOn: async () =>
    told(
      "Signing in takes two steps now",
      "Your sign-in asks for a code from your app after the password from now on.",
    ),
  secondStepOff: async () =>
    told(
      "Signing in takes one step now",
      "The second step of your sign-in, the codes from an app, was turned off with your password.",
    ),
  passkeyAdded: async () =>
    told("A passkey was added", "A new passkey opens your account from now on, without a password."),
  reopened: async () => {
    const paragraphs = [
      "Whoever runs this house opened it again. Shows that went off the air with it are back, as they were.",
    ];
    const link = { label: "Sign in", url: `${settings().appUrl}/sign-in` };
    const last =
      "Tokens for programs ended when it was closed; make new ones in the studio. You did not ask for it? Close it again there.";
    return {
      subject: "Your account at Longwave is no longer closed",
      letter: { heading: "Your account is no longer closed", paragraphs, link, last },
    };
  },
  closed: async () => ({
    subject: "Your account at Longwave is closed",
    letter: {
      heading: "Your account is closed",
      paragraphs: [
        "You are signed out everywhere, and shows that only you owned are off the air.",
        `In ${CLOSED_KEPT_DAYS} days all of it is erased for good.`,
      ],
      last: "You want it back? Until then whoever runs this house can open it again.",
    },
  }),
};

async function linkToNewAddress(user: User, now: Date, to: string) {
  const { token } = await makeSecret(user, "addressChange", now, to);
  const link = { label: "Take this address", url: `${settings().appUrl}/address?token=${token}` };
  return {
    subject: "Your new address for Longwave",
    letter: {
      heading: "Take this address",
      paragraphs: ["Somebody, most likely you, wants to move their account here. The link works once, for an hour."],
      link,
      last: "It was not you? Then leave this mail alone; nothing happens.",
    },
  };
}

/** Whoever asked is not told that the address has an account; whoever reads its mail is. */
async function addressInUse() {
  return {
    subject: "This address has an account at Longwave",
    letter: {
      heading: "This address is in use",
      paragraphs: [
        "Somebody wanted to move their account here, but this address has one already. Nothing was changed.",
      ],
      last: "It was you? Close one of the two accounts first, or choose another address.",
    },
  };
}

/** What the owner of an account should hear of, in case it was somebody else. */
function told(heading: string, words: string) {
  const link = { label: "See your account", url: `${settings().appUrl}/studio/account` };
  const last = "It was not you? Change your password, and tell whoever runs this house.";
  return { subject: `${heading}: your account at Longwave`, letter: { heading, paragraphs: [words], link, last } };
}

/** "m…@example.org": enough to know it again, too little to write to. */
const maskedAddress = (email: string): string => email.replace(/^(.).*(?=@)/, "$1…");

async function makeSecret(user: User, purpose: SecretPurpose, now: Date, newEmail?: string) {
  return db().$transaction(async (tx) => {
    const secret = await makeMailedSecret(tx, user, purpose, now, newEmail);
    await record(tx, { actorId: null, via: "job", act: actFor[purpose], target: { type: "user", id: user.id } });
    return secret;
  });
}

const actFor: Record<SecretPurpose, string> = {
  verification: "mailVerification",
  passwordReset: "mailPasswordReset",
  addressChange: "mailAddressChange",
};
