import { addressKey, monthOf } from "@/lib/downloads/address-keys";
import type { Countries } from "@/lib/downloads/countries";
import { listenerMark } from "@/lib/downloads/listeners";
import { areMade, dayOf, forgetDays, makeDays, rememberDays } from "@/lib/downloads/partitions";
import { areWritten, intern, numberOf, originOf, remember, tidy } from "@/lib/downloads/texts";
import type { Transfer } from "@/lib/downloads/transfer";
import { db, type Tx } from "@/lib/platform/db";

const MOST_RANGE_LETTERS = 64;

/**
 * Writes transfers in one transaction; written twice they are there once. Of their addresses only what was derived: the country
 * and the mark of the month.
 */
export async function writeTransfers(transfers: Transfer[], countries: Countries): Promise<void> {
  const days = [...new Set(transfers.map(({ startedAt }) => dayOf(startedAt)))];
  const months = [...new Set(days.map(monthOf))];
  const markers = new Map(
    await Promise.all(
      months.map(async (each) => {
        const key = await addressKey(each);
        return [each, once((address: string) => listenerMark(address, key).toString("hex"))] as const;
      }),
    ),
  );
  const agent = once(tidy);
  const referrer = once(originOf);
  const number = once((text: string | null) => (text === null ? null : numberOf(text).toString()));
  const country = once(countries);
  const rows = transfers.map(({ address, userAgent, referrer: from, range, ...rest }) => ({
    ...rest,
    range: tidy(range)?.slice(0, MOST_RANGE_LETTERS) ?? null,
    agentId: number(agent(userAgent)),
    referrerId: number(referrer(from)),
    country: country(address),
    listener: `\\x${markers.get(monthOf(dayOf(rest.startedAt)))?.(address)}`,
  }));
  const texts = [
    ...new Set(transfers.flatMap(({ userAgent, referrer: from }) => [agent(userAgent), referrer(from)])),
  ].filter((text) => text !== null);
  await insertWith({ days, texts }, JSON.stringify(rows));
}

/** In one statement where the days and texts are there already, as they nearly always are. */
async function insertWith({ days, texts }: { days: string[]; texts: string[] }, rows: string): Promise<void> {
  if (areMade(days) && areWritten(texts)) return insert(db(), rows).catch(refused);
  await db().$transaction(async (tx) => {
    await makeDays(tx, days);
    await intern(tx, texts);
    await insert(tx, rows);
  });
  rememberDays(days);
  remember(texts);
}

/** Perhaps for want of a day's part. */
function refused(error: Error): never {
  forgetDays();
  throw error;
}

/** One parameter, however many rows there are: Prisma takes longer over arrays than PostgreSQL over JSON. */
async function insert(tx: Tx, rows: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Transfer" (id, "startedAt", "endedAt", kind, audience, lane, "workspaceId", "showId", "episodeId", "mediaId",
      method, status, range, "firstByte", bytes, outcome, "agentId", "referrerId", country, listener)
    SELECT * FROM json_to_recordset(${rows}::json) AS rows(
      id uuid, "startedAt" timestamptz, "endedAt" timestamptz, kind "TransferKind", audience "TransferAudience",
      lane "TransferLane", "workspaceId" uuid, "showId" uuid, "episodeId" uuid, "mediaId" uuid, method text, status smallint,
      range text, "firstByte" bigint, bytes bigint, outcome "TransferOutcome", "agentId" bigint, "referrerId" bigint,
      country text, listener bytea)
    ON CONFLICT DO NOTHING`;
}

/** Remembers, for as long as one batch is made, what was derived: most listeners ask more than once, and most apps are many. */
function once<From, To>(derive: (from: From) => To): (from: From) => To {
  const known = new Map<From, To>();
  return (from) => {
    if (!known.has(from)) known.set(from, derive(from));
    return known.get(from) as To;
  };
}

/** Writes down that transfers were lost. */
export async function writeGap({ since, count }: { since: Date; count: number }, until: Date): Promise<void> {
  await db().transferGap.create({ data: { since, until, count } });
}
