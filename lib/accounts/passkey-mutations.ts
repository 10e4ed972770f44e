import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { enqueueAccountMail } from "@/lib/accounts/account-mail";
import type { Actor } from "@/lib/accounts/actor";
import { takeChallenge } from "@/lib/accounts/challenges";
import { admit, type Entrance, type Moment } from "@/lib/accounts/entrance";
import type { NewPasskey, PasskeyAnswer } from "@/lib/accounts/passkey-schema";
import { relyingParty } from "@/lib/accounts/relying-party";
import { record } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import type { Passkey } from "@/prisma/generated/client";

/** Keeps the passkey that the actor's browser has just made. Throws `invalid` for an answer to no question of ours. */
export async function addPasskey(
  { user }: Actor,
  { name, answer }: NewPasskey,
  now: Date,
): Promise<Pick<Passkey, "id" | "name">> {
  const { credential } = await verifiedRegistration(answer as RegistrationResponseJSON);
  const { id: credentialId, counter } = credential;
  const transports = credential.transports ?? [];
  return db().$transaction(async (tx) => {
    if (!(await takeChallenge(tx, "passkey registration", challengeIn(answer), user.id, now))) throw notOurs();
    if (await tx.passkey.count({ where: { credentialId } })) throw notOurs();
    const passkey = await tx.passkey.create({
      data: {
        ...{ userId: user.id, name, credentialId, transports, createdAt: now },
        publicKey: new Uint8Array(credential.publicKey),
        counter: BigInt(counter),
      },
      select: { id: true, name: true },
    });
    await note(tx, user.id, "addPasskey", passkey);
    await enqueueAccountMail(tx, "passkeyAdded", user.email);
    return passkey;
  });
}

/** Takes one away; the device may keep it, but it opens nothing here. Twice changes nothing. */
export async function removePasskey({ user }: Actor, { id, name }: Pick<Passkey, "id" | "name">): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.passkey.deleteMany({ where: { id, userId: user.id } });
    if (count > 0) await note(tx, user.id, "removePasskey", { id, name });
  });
}

/**
 * Lets somebody in by passkey. The device has asked for its owner, so it stands for both steps. Throws `unauthenticated`
 * with the same words for a passkey that nobody has and for an answer that does not hold.
 */
export async function signInByPasskey(answer: PasskeyAnswer, moment: Moment): Promise<Entrance> {
  const { now } = moment;
  const passkey = await db().passkey.findUnique({ where: { credentialId: answer.id }, include: { user: true } });
  if (!passkey) throw unknown();
  const counter = await verifiedCounter(passkey, answer as AuthenticationResponseJSON);
  return db().$transaction(async (tx) => {
    if (!(await takeChallenge(tx, "passkey sign-in", challengeIn(answer), null, now))) throw unknown();
    const { count } = await tx.passkey.updateMany({
      where: { id: passkey.id, counter: passkey.counter },
      data: { counter, lastUsedAt: now },
    });
    if (count === 0) throw unknown();
    const shown = { act: "signIn", factors: "both", difference: { passkey: passkey.name } } as const;
    return admit(tx, passkey.user, shown, moment);
  });
}

/** The challenge itself is looked up, and used up, with the write; here it only has to be the one that was signed. */
const expected = () => ({
  expectedChallenge: () => true,
  expectedOrigin: relyingParty().origin,
  expectedRPID: relyingParty().id,
  requireUserVerification: true,
});

async function verifiedRegistration(response: RegistrationResponseJSON) {
  const verification = await verifyRegistrationResponse({ response, ...expected() }).catch(() => null);
  if (!verification?.verified) throw notOurs();
  return verification.registrationInfo;
}

async function verifiedCounter(passkey: Passkey, response: AuthenticationResponseJSON): Promise<bigint> {
  const { credentialId: id, publicKey, counter } = passkey;
  const credential = { id, publicKey: new Uint8Array(publicKey), counter: Number(counter) };
  const verification = await verifyAuthenticationResponse({ response, ...expected(), credential }).catch(() => null);
  if (!verification?.verified) throw unknown();
  return BigInt(verification.authenticationInfo.newCounter);
}

/** The library has parsed it before; without a challenge it is the empty one, which was given to nobody. */
function challengeIn({ response }: { response: { clientDataJSON: string } }): string {
  const data: unknown = JSON.parse(Buffer.from(response.clientDataJSON, "base64url").toString("utf8"));
  return typeof data === "object" && data && "challenge" in data ? String(data.challenge) : "";
}

const note = (tx: Tx, actorId: string, act: string, { id, name }: Pick<Passkey, "id" | "name">) =>
  record(tx, { actorId, via: "session", act, target: { type: "passkey", id }, difference: { name } });

const notOurs = () =>
  new DomainError("invalid", "This passkey could not be taken: the browser answered too late. Try again.");

const unknown = () =>
  new DomainError("unauthenticated", "This passkey opens no account here. Sign in with your password instead.");
