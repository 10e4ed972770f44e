import { addressKey, monthOf } from "@/lib/downloads/address-keys";
import type { Countries } from "@/lib/downloads/countries";
import { listenerMark } from "@/lib/downloads/listeners";
import { dayOf, makeDays } from "@/lib/downloads/partitions";
import { intern, numberOf, originOf, remember, tidy } from "@/lib/downloads/texts";
import type { Transfer } from "@/lib/downloads/transfer";
import { db, type Tx } from "@/lib/platform/db";

const MOST_RANGE_LETTERS = 64;

/**
 * Writes transfers in one transaction; written twice they are there once. Of their addresses only what was derived: the country
 * and the mark of the month.
 */
export async function writeTransfers(transfers: Transfer[], countries: Countries): Promise<void> {
  const months = [...new Set(transfers.map(({ startedAt }) => monthOf(startedAt)))];
  const keys = new Map(await Promise.all(months.map(async (month) => [month, await addressKey(month)] as const)));
  const markOf = ({ startedAt, address }: Transfer) =>
    listenerMark(address, keys.get(monthOf(startedAt)) ?? new Uint8Array());
  const agents = transfers.map(({ userAgent }) => tidy(userAgent));
  const referrers = transfers.map(({ referrer }) => originOf(referrer));
  const texts = [...agents, ...referrers].filter((text) => text !== null);
  await db().$transaction(async (tx) => {
    await makeDays(tx, [...new Set(transfers.map(({ startedAt }) => dayOf(startedAt)))]);
    await intern(tx, texts);
    await insert(tx, transfers, { agents, referrers, marks: transfers.map(markOf), countries });
  });
  remember(texts);
}

type Derived = { agents: (string | null)[]; referrers: (string | null)[]; marks: Buffer[]; countries: Countries };

/** A column at a time: one statement of the same text however many rows there are. */
async function insert(tx: Tx, rows: Transfer[], { agents, referrers, marks, countries }: Derived): Promise<void> {
  const column = <K extends keyof Transfer>(name: K) => rows.map((row) => row[name]);
  const numbers = (texts: (string | null)[]) => texts.map((text) => (text === null ? null : numberOf(text)));
  await tx.$executeRaw`
    INSERT INTO "Transfer" (id, "startedAt", "endedAt", kind, audience, lane, "workspaceId", "showId", "episodeId", "mediaId",
      method, status, range, "firstByte", bytes, outcome, "agentId", "referrerId", country, listener)
    SELECT * FROM unnest(
      ${column("id")}::uuid[], ${column("startedAt")}::timestamptz[], ${column("endedAt")}::timestamptz[],
      ${column("kind")}::"TransferKind"[], ${column("audience")}::"TransferAudience"[], ${column("lane")}::"TransferLane"[],
      ${column("workspaceId")}::uuid[], ${column("showId")}::uuid[], ${column("episodeId")}::uuid[], ${column("mediaId")}::uuid[],
      ${column("method")}::text[], ${column("status")}::smallint[],
      ${rows.map(({ range }) => tidy(range)?.slice(0, MOST_RANGE_LETTERS) ?? null)}::text[],
      ${column("firstByte")}::bigint[], ${column("bytes")}::bigint[], ${column("outcome")}::"TransferOutcome"[],
      ${numbers(agents)}::bigint[], ${numbers(referrers)}::bigint[],
      ${rows.map(({ address }) => countries(address))}::text[], ${marks}::bytea[])
    ON CONFLICT DO NOTHING`;
}

/** Writes down that transfers were lost. */
export async function writeGap({ since, count }: { since: Date; count: number }, until: Date): Promise<void> {
  await db().transferGap.create({ data: { since, until, count } });
}
