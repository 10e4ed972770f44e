import { createHash, randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { nextPublication, readFeedState } from "@/lib/feed/queries";
import { FEED_FORMAT, renderFeed } from "@/lib/feed/render";
import { store } from "@/lib/media/store";
import { atMost } from "@/lib/platform/at-most";
import { db, type Tx } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { singleton } from "@/lib/platform/singleton";
import type { Feed, Media, Prisma, Show } from "@/prisma/generated/client";

/** Readers of a replaced feed object finish within this; then it is deleted. */
const REPLACED_MS = 3600_000;

/** Each holds a connection to the database until the store has its objects, and a store may dawdle: the rest is for everybody else. */
const AT_ONCE = 3;
const inTurn = () => singleton("feeds in turn", () => atMost(AT_ONCE));

const underWay = () => singleton("feeds being rendered", () => new Map<string, Promise<Feed | null>>());

/**
 * The kept feed of the show if it still tells the truth, else a new one. Rendered once however many ask: one promise in
 * this process, an advisory lock among processes. null: the show lacks what a feed needs.
 */
export async function freshFeed(show: Show, now: Date): Promise<Feed | null> {
  const kept = await db().feed.findUnique({ where: { showId: show.id } });
  if (kept && isFresh(kept, show, now)) return kept;
  const shared = underWay().get(show.id) ?? begin(show.id, now);
  underWay().set(show.id, shared);
  const feed = await shared;
  // What was begun before a save committed, or before an episode was due, does not show it yet.
  const outdated = feed && (feed.version < show.feedVersion || (feed.validUntil && feed.validUntil <= now));
  return outdated ? freshFeed(show, now) : feed;
}

const begin = (showId: string, now: Date): Promise<Feed | null> =>
  inTurn()(() => renderAlone(showId, now)).finally(() => underWay().delete(showId));

/** Where a feed is kept in the store, in each of its codings. */
export const keysOf = ({ key, gzipKey, brotliKey }: Keys): string[] => [key, gzipKey, brotliKey];

/** Forgets the kept feed, for when its object is not in the store any more. */
export const forgetFeed = (showId: string) => db().feed.deleteMany({ where: { showId } });

function isFresh(feed: Feed, show: Show, now: Date): boolean {
  const sameState =
    feed.version === show.feedVersion && feed.baseUrl === settings().appUrl && feed.format === FEED_FORMAT;
  return sameState && (feed.validUntil === null || now < feed.validUntil);
}

async function renderAlone(showId: string, now: Date): Promise<Feed | null> {
  const key = `feeds/${showId}/${randomUUID()}.xml`;
  const keys = { key, gzipKey: `${key}.gz`, brotliKey: `${key}.br` };
  // Until the transaction commits the objects count as leftovers, so a crash leaves none behind. Said before it begins:
  // a second connection asked for while holding one would lock up the pool when many feeds are rendered at once.
  await leave(db(), Object.values(keys), now);
  return db().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`feed of ${showId}`}))`;
      const show = await tx.show.findUniqueOrThrow({ where: { id: showId }, include: { artwork: true } });
      const kept = await tx.feed.findUnique({ where: { showId } });
      if (kept && isFresh(kept, show, now)) return kept;
      const { artwork } = show;
      return artwork && show.description ? render(tx, { ...show, artwork }, kept, keys, now) : null;
    },
    { timeout: 60_000, maxWait: 60_000 },
  );
}

type Keys = Pick<Feed, "key" | "gzipKey" | "brotliKey">;

async function render(
  tx: Tx,
  show: Show & { artwork: Media },
  kept: Feed | null,
  keys: Keys,
  now: Date,
): Promise<Feed> {
  const state = await readFeedState(tx, show, now);
  const xml = Buffer.from(renderFeed(state));
  const sha256 = hashOf(xml);
  const stamp = {
    version: show.feedVersion,
    baseUrl: settings().appUrl,
    format: FEED_FORMAT,
    validUntil: await nextPublication(tx, show.id, now),
  };
  if (kept?.sha256 === sha256) return tx.feed.update({ where: { showId: show.id }, data: stamp });
  const written = {
    ...(await writeObjects(tx, keys, xml, sha256)),
    lastModified: later(state.show.lastChanged, kept?.lastModified),
  };
  if (kept) await leave(tx, keysOf(kept), now);
  const fields = { ...stamp, ...written };
  return tx.feed.upsert({ where: { showId: show.id }, create: { showId: show.id, ...fields }, update: fields });
}

/** All codings; they are no leftovers any more once the transaction commits. */
async function writeObjects(tx: Tx, keys: Keys, xml: Buffer, sha256: string) {
  const [zipped, brotli] = await Promise.all([promisify(gzip)(xml, { level: 9 }), inBrotli(xml)]);
  const { key, gzipKey, brotliKey } = keys;
  await store().write(key, xml, xml.length);
  await store().write(gzipKey, zipped, zipped.length);
  await store().write(brotliKey, brotli, brotli.length);
  await tx.leftover.deleteMany({ where: { key: { in: keysOf(keys) } } });
  return {
    ...keys,
    sha256,
    bytes: xml.length,
    gzipSha256: hashOf(zipped),
    gzipBytes: zipped.length,
    brotliSha256: hashOf(brotli),
    brotliBytes: brotli.length,
  };
}

/** Better quality takes several times as long and saves a twentieth (docs/measurements.md). */
function inBrotli(xml: Buffer): Promise<Buffer> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: xml.length };
  return promisify(brotliCompress)(xml, { params });
}

const leave = (tx: Prisma.TransactionClient, keys: string[], now: Date) =>
  tx.leftover.createMany({
    data: keys.map((key) => ({ key, dueAt: new Date(now.getTime() + REPLACED_MS) })),
    skipDuplicates: true,
  });

/** Last-Modified has whole seconds: other bytes need a later one, or If-Modified-Since would hide them. */
function later(changed: Date, before: Date | undefined): Date {
  const second = Math.floor(changed.getTime() / 1000) * 1000;
  return new Date(before && second <= before.getTime() ? before.getTime() + 1000 : second);
}

const hashOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
