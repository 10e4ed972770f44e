import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import type { Actor } from "@/lib/accounts/actor";
import { addPasskey } from "@/lib/accounts/passkey-mutations";
import type { NewPasskey, PasskeyAnswer } from "@/lib/accounts/passkey-schema";
import { offerAuthentication, offerRegistration } from "@/lib/accounts/passkeys";
import { relyingParty } from "@/lib/accounts/relying-party";

type Asked = { challenge: string };
/** What it does otherwise than it should. */
type Twist = { origin?: string; verified?: boolean };

const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_KEY = 0x40;

/** An authenticator in software (WebAuthn §6): one key on P-256, and a counter that goes up. */
function makeAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(32);
  let counter = 0;

  const facts = (type: string, { challenge }: Asked, { origin = relyingParty().origin }: Twist) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  const data = (flags: number, { verified = true }: Twist) => {
    counter += 1;
    const head = Buffer.alloc(5);
    head.writeUInt8(flags | PRESENT | (verified ? VERIFIED : 0));
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([createHash("sha256").update(relyingParty().id).digest(), head]);
  };

  const credential = { id: id.toString("base64url"), rawId: id.toString("base64url"), type: "public-key" } as const;

  return {
    register(asked: Asked, twist: Twist = {}): NewPasskey["answer"] {
      const key = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          ...([
            [1, 2],
            [3, -7],
            [-1, 1],
          ] as [number, number][]),
          [-2, new Uint8Array(Buffer.from(x, "base64url"))],
          [-3, new Uint8Array(Buffer.from(y, "base64url"))],
        ]),
      );
      const length = Buffer.from([id.length >> 8, id.length & 0xff]);
      const authData = Buffer.concat([data(WITH_KEY, twist), Buffer.alloc(16), length, id, key]);
      const attestation = isoCBOR.encode(
        new Map<string, unknown>([
          ["fmt", "none"],
          ["attStmt", new Map()],
          ["authData", new Uint8Array(authData)],
        ]) as never,
      );
      const response = {
        clientDataJSON: facts("webauthn.create", asked, twist).toString("base64url"),
        attestationObject: Buffer.from(attestation).toString("base64url"),
        transports: ["internal"],
      };
      return { ...credential, clientExtensionResults: {}, response };
    },

    sign(asked: Asked, twist: Twist = {}): PasskeyAnswer {
      const [client, authenticatorData] = [facts("webauthn.get", asked, twist), data(0, twist)];
      const signed = Buffer.concat([authenticatorData, createHash("sha256").update(client).digest()]);
      const response = {
        clientDataJSON: client.toString("base64url"),
        authenticatorData: authenticatorData.toString("base64url"),
        signature: sign("sha256", signed, privateKey).toString("base64url"),
      };
      return { ...credential, clientExtensionResults: {}, response };
    },

    /** Asks the house for a challenge and signs it. */
    async answer(now: Date, twist: Twist = {}): Promise<PasskeyAnswer> {
      return this.sign(await offerAuthentication(now), twist);
    },
  };
}

/** A passkey that was made for the actor and not sent yet. */
export async function newPasskey(actor: Actor, now: Date, twist: Twist = {}) {
  const authenticator = makeAuthenticator();
  return { authenticator, answer: authenticator.register(await offerRegistration(actor, now), twist) };
}

/** One that the house knows. */
export async function registered(actor: Actor, now: Date) {
  const { authenticator, answer } = await newPasskey(actor, now);
  return { authenticator, passkey: await addPasskey(actor, { name: "laptop", answer }, now) };
}
