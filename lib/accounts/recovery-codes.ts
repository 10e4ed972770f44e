import { randomInt } from "node:crypto";
import type { Tx } from "@/lib/platform/db";
import { sign } from "@/lib/platform/signatures";

const HOW_MANY = 10;

/** Without what is easily taken for something else: 0 and o, 1, i and l, u. */
const LETTERS = "23456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 12;

/** Ten new codes in place of those before; they are returned once, and only hashes of them are kept. */
export async function replaceRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newCode);
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, hash: hashOf(userId, code) })) });
  return codes;
}

/** Takes a code, once. False for one that is not among the user's, or was taken before. */
export async function takeRecoveryCode(tx: Tx, userId: string, code: string, now: Date): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId, hash: hashOf(userId, code), usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}

/** Fifty-eight bits, in three groups of four. */
const newCode = (): string =>
  Array.from({ length: LENGTH }, (_, index) => `${index > 0 && index % 4 === 0 ? "-" : ""}${letter()}`).join("");

const letter = () => LETTERS[randomInt(LETTERS.length)];

const hashOf = (userId: string, code: string): string =>
  sign("recovery code", `${userId} ${code.toLowerCase().replace(/[^a-z0-9]/g, "")}`);
