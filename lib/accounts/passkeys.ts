import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import type { Actor } from "@/lib/accounts/actor";
import { keepChallenge } from "@/lib/accounts/challenges";
import { houseName } from "@/lib/accounts/house-settings";
import { relyingParty } from "@/lib/accounts/relying-party";
import { db } from "@/lib/platform/db";
import { isUuid } from "@/lib/platform/uuid";
import type { Passkey } from "@/prisma/generated/client";

export type OwnPasskey = Pick<Passkey, "id" | "name" | "createdAt" | "lastUsedAt">;

/** The actor's passkeys, the oldest first. */
export const listPasskeys = ({ user }: Actor): Promise<OwnPasskey[]> =>
  db().passkey.findMany({
    where: { userId: user.id },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
    orderBy: { id: "asc" },
  });

/** One of the actor's own; nobody else's is found. */
export async function findOwnPasskey({ user }: Actor, id: string): Promise<Passkey | null> {
  return isUuid(id) ? db().passkey.findFirst({ where: { id, userId: user.id } }) : null;
}

/** What a browser needs to make a passkey. It is kept in the device, with the account's name, and asks for its owner. */
export async function offerRegistration({ user }: Actor, now: Date): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await db().passkey.findMany({ where: { userId: user.id } });
  const options = await generateRegistrationOptions({
    rpName: await houseName(),
    rpID: relyingParty().id,
    userID: new TextEncoder().encode(user.id),
    userName: user.email,
    userDisplayName: user.name,
    attestationType: "none",
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
  });
  await keepChallenge("passkey registration", options.challenge, user.id, now);
  return options;
}

/** What a browser needs to answer with a passkey: no account is named, so nobody learns who has one. */
export async function offerAuthentication(now: Date): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await generateAuthenticationOptions({ rpID: relyingParty().id, userVerification: "required" });
  await keepChallenge("passkey sign-in", options.challenge, null, now);
  return options;
}
