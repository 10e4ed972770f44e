import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { atMost } from "@/lib/platform/at-most";
import { singleton } from "@/lib/platform/singleton";

/** OWASP's argon2id parameters: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const present = "$argon2id$v=19$m=19456,t=2,p=1$";

/** Of the four threads that read files for streams too (libuv's): with all of them busy each piece waits for a password. */
const AT_ONCE = 2;

/** An argon2id hash in PHC form. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost));

/** Whether `password` is the one of `kept`. Without a hash it takes as long, so that nobody learns who has an account. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const right = await inTurn(async () => verify(kept ?? (await hashOfNobody()), password));
  return right && kept !== null;
}

/** Whether a hash was made with other parameters than today's. */
export const isOutdated = (kept: string): boolean => !kept.startsWith(present);

const hashOfNobody = () => singleton("hash of nobody", () => hash(randomBytes(32), cost));

/** Each takes a core and 19 MiB, and streams want both. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> => singleton("passwords", () => atMost(AT_ONCE))(work);
