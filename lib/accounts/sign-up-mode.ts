import { isLoopback } from "@/lib/http/loopback";
import { db, type Tx } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";

/** Open: to everybody. By invitation: of a workspace or of a house admin. Closed: to all but those whom a house admin invites. */
export const signUpModes = ["open", "invitation", "closed"] as const;
export type SignUpMode = (typeof signUpModes)[number];

const NAME = "sign-up";

/** Who may make an account: what the house admin chose, else everybody only where the house is at home on one machine. */
export async function signUpMode(tx: Tx = db()): Promise<SignUpMode> {
  const setting = await tx.houseSetting.findUnique({ where: { name: NAME } });
  return signUpModes.find((mode) => mode === setting?.value) ?? byAddress();
}

export async function keepSignUpMode(tx: Tx, mode: SignUpMode): Promise<void> {
  await tx.houseSetting.upsert({ where: { name: NAME }, create: { name: NAME, value: mode }, update: { value: mode } });
}

/** Throws `conflict` with a sentence for whoever would like to sign up without an invitation. */
export async function refuseWhereClosed(): Promise<void> {
  const mode = await signUpMode();
  if (mode !== "open") throw new DomainError("conflict", refusals[mode]);
}

/** Whether an invitation into a workspace, or one into the house by its admin, may make an account. */
export const mayJoin = (mode: SignUpMode, workspaceId: string | null): boolean =>
  mode !== "closed" || workspaceId === null;

const refusals = {
  invitation:
    "An account begins with an invitation here. Open the link that you were sent, or ask whoever runs this house.",
  closed: "Sign-up is closed here. Ask whoever runs this house to let you in.",
};

const byAddress = (): SignUpMode => (isLoopback(new URL(settings().appUrl)) ? "open" : "invitation");
