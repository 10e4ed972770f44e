import { db, type Tx } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";

export const signUpModes = ["open", "closed"] as const;
export type SignUpMode = (typeof signUpModes)[number];

const NAME = "sign-up";

/** Whether strangers may make an account: what the house admin chose, else only where the house is at home on one machine. */
export async function signUpMode(): Promise<SignUpMode> {
  const setting = await db().houseSetting.findUnique({ where: { name: NAME } });
  return signUpModes.find((mode) => mode === setting?.value) ?? byAddress();
}

export async function keepSignUpMode(tx: Tx, mode: SignUpMode): Promise<void> {
  await tx.houseSetting.upsert({ where: { name: NAME }, create: { name: NAME, value: mode }, update: { value: mode } });
}

/** Throws `conflict` with a sentence for whoever would like to sign up. */
export async function refuseWhereClosed(): Promise<void> {
  if ((await signUpMode()) === "open") return;
  throw new DomainError("conflict", "Sign-up is closed here. Ask whoever runs this house to make an account for you.");
}

const byAddress = (): SignUpMode =>
  /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(settings().appUrl).hostname) ? "open" : "closed";
