import { addressKey, monthOf } from "@/lib/downloads/address-keys";
import type { Atlas, Network } from "@/lib/downloads/atlas";
import { listenerMark } from "@/lib/downloads/listeners";
import { areMade, dayOf, forgetDays, makeDays, rememberDays } from "@/lib/downloads/partitions";
import { areWritten, intern, numberOf, originOf, remember, tidy } from "@/lib/downloads/texts";
import type { Transfer } from "@/lib/downloads/transfer";
import { db, type Tx } from "@/lib/platform/db";

const MOST_RANGE_LETTERS = 64;

/**
 * Writes transfers in one transaction; written twice they are there once. Of their addresses only what was derived: the country,
 * the network and the mark of the month.
 */
export async function writeTransfers(transfers: Transfer[], atlas: Atlas): Promise<void> {
  const days = [...new Set(transfers.map(({ startedAt }) => dayOf(startedAt)))];
  const mark = await markers([...new Set(days.map(monthOf))]);
  const agent = once(tidy);
  const referrer = once(originOf);
  const number = once((text: string | null) => (text === null ? null : numberOf(text)));
  const country = once(atlas.countryOf);
  const network = once(atlas.networkOf);
  const lines = transfers.map((transfer) =>
    lineOf(transfer, {
      agentId: number(agent(transfer.userAgent)),
      referrerId: number(referrer(transfer.referrer)),
      country: country(transfer.address),
      network: network(transfer.address),
      listener: mark(transfer),
    }),
  );
  const texts = [
    ...new Set(transfers.flatMap(({ userAgent, referrer: from }) => [agent(userAgent), referrer(from)])),
  ].filter((text) => text !== null);
  await insertWith({ days, texts }, lines.join("\n"));
}

type Derived = {
  agentId: bigint | null;
  referrerId: bigint | null;
  country: string | null;
  network: Network | null;
  listener: string;
};

/** What `insert` reads: fields between tabs, of which none has one itself; empty for null. */
function lineOf(transfer: Transfer, { agentId, referrerId, country, network, listener }: Derived): string {
  const { id, startedAt, endedAt, kind, audience, lane, workspaceId, showId, episodeId, mediaId } = transfer;
  const about = `${id}\t${kind}\t${audience}\t${lane}\t${workspaceId}\t${showId}\t${episodeId ?? ""}\t${mediaId ?? ""}`;
  const { method, status, range, firstByte, bytes, outcome } = transfer;
  const asked = `${method}\t${tidy(range)?.slice(0, MOST_RANGE_LETTERS) ?? ""}\t${startedAt.getTime()}`;
  const answered = `${status}\t${firstByte ?? ""}\t${bytes}\t${outcome}\t${endedAt.getTime()}`;
  const by = `${agentId ?? ""}\t${referrerId ?? ""}\t${country ?? ""}\t${listener}`;
  return `${about}\t${asked}\t${answered}\t${by}\t${network?.asn ?? ""}\t${network?.isDatacentre ?? ""}`;
}

/** What stands for the address of a transfer in its month, in hex. */
async function markers(months: string[]): Promise<(transfer: Transfer) => string> {
  const marks = new Map<string, (address: string) => string>();
  for (const month of months) {
    const key = await addressKey(month);
    marks.set(
      month,
      once((address) => listenerMark(address, key).toString("hex")),
    );
  }
  return ({ startedAt, address }) => marks.get(monthOf(dayOf(startedAt)))?.(address) ?? "";
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

/** One text, however many rows there are: Prisma takes each parameter apart and together three times, quotes above all. */
async function insert(tx: Tx, lines: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Transfer" (id, kind, audience, lane, "workspaceId", "showId", "episodeId", "mediaId", method, range, "startedAt",
      status, "firstByte", bytes, outcome, "endedAt", "agentId", "referrerId", country, listener, asn, datacentre)
    SELECT f[1]::uuid, f[2]::"TransferKind", f[3]::"TransferAudience", f[4]::"TransferLane", f[5]::uuid, f[6]::uuid, f[7]::uuid,
      f[8]::uuid, f[9], f[10], to_timestamp(f[11]::float8 / 1000), f[12]::smallint, f[13]::bigint, f[14]::bigint,
      f[15]::"TransferOutcome", to_timestamp(f[16]::float8 / 1000), f[17]::bigint, f[18]::bigint, f[19], decode(f[20], 'hex'),
      f[21]::bigint, f[22]::boolean
    FROM string_to_table(${lines}, E'\n') AS line, LATERAL string_to_array(line, E'\t', '') AS f
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
