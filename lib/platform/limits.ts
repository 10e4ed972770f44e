import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import { db } from "@/lib/platform/db";
import { sign } from "@/lib/platform/signatures";
import { singleton } from "@/lib/platform/singleton";

/** So many tries within so many seconds, counted for all processes together. */
export type Limit = { name: string; tries: number; seconds: number };

/**
 * Counts a try of `who`. Gives the seconds to wait when there were too many, else null. While the database is away each
 * process counts for itself.
 */
export async function countTry(limit: Limit, who: string): Promise<number | null> {
  try {
    await limiter(limit).consume(keyOf(who));
    return null;
  } catch (refused) {
    if (isRefusal(refused)) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}

/** By its shape: Next bundles the library once for each route, and a limiter made by one speaks to all. */
const isRefusal = (thrown: unknown): thrown is RateLimiterRes =>
  typeof thrown === "object" && thrown !== null && "msBeforeNext" in thrown;

/** Takes back all that was counted: the tries led somewhere. */
export async function forgetTries(limit: Limit, who: string): Promise<void> {
  await limiter(limit).delete(keyOf(who));
}

/** Takes back one try. */
export async function forgetTry(limit: Limit, who: string): Promise<void> {
  await limiter(limit).reward(keyOf(who));
}

const limiter = ({ name, tries, seconds }: Limit) =>
  singleton(`limit ${name}`, () => {
    const options = { keyPrefix: name, points: tries, duration: seconds };
    return new RateLimiterPostgres({
      ...options,
      storeClient: throughPrisma,
      storeType: "client",
      tableName: "RateLimit",
      tableCreated: true,
      insuranceLimiter: new RateLimiterMemory(options),
    });
  });

/** The table holds who tried only as an HMAC: an address is nobody's business. */
const keyOf = (who: string): string => sign("rate limit", who);

type Query = { text: string; values?: unknown[] };

/** What the limiter needs of a PostgreSQL client, over the pool that is there. */
const throughPrisma = {
  query: async ({ text, values = [] }: Query) => {
    const found = await db().$queryRawUnsafe<{ points: number; expire: bigint | null }[]>(text, ...values);
    const rows = found.map(({ points, expire }) => ({ points, expire: expire === null ? null : Number(expire) }));
    return { rows, rowCount: rows.length };
  },
};
