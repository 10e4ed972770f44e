// How long the feed and the lists of a show with 10,000 episodes take: node --import ./scripts/alias.mjs scripts/bench/feed.ts

import { meansOf } from "@/lib/delivery/means";
import { toResponse } from "@/lib/delivery/response";
import { listEpisodes } from "@/lib/episodes/queries";
import { feedObject } from "@/lib/feed/feed-object";
import { listPublicEpisodes } from "@/lib/feed/public-queries";
import { forgetFeed, freshFeed } from "@/lib/feed/rendering";
import { store } from "@/lib/media/store";
import { db } from "@/lib/platform/db";
import { onThrowAwayGround, type Show } from "./ground";
import { time } from "./time";

const EPISODES = 10_000;
const NOTES = `<p>${"What was said on the night train, and by whom. ".repeat(20)}</p><ul>${"<li>A stop</li>".repeat(20)}</ul>`;

await onThrowAwayGround(async (show) => {
  await seed(show);
  const size = await ask(show);
  for (const coding of ["gzip", "br"])
    console.log(`In ${coding} it has ${((await ask(show, { "accept-encoding": coding })) / 2 ** 20).toFixed(2)} MiB.`);
  console.log(`A show with ${EPISODES} episodes; its feed has ${(size / 2 ** 20).toFixed(1)} MiB.`);
  console.table({
    "feed, cold": await time(5, async () => {
      await forgetFeed(show.id);
      await ask(show);
    }),
    "feed, warm": await time(50, () => ask(show)),
    "feed, warm, not modified": await time(50, () => ask(show, { "if-none-match": "*" })),
    "feed, warm, gzip": await time(50, () => ask(show, { "accept-encoding": "gzip" })),
    "feed, warm, br": await time(50, () => ask(show, { "accept-encoding": "br" })),
    "list of 50 for members": await time(50, () => listEpisodes(show, { before: null, limit: 51 })),
    "list of 50 for listeners": await time(50, () =>
      listPublicEpisodes(show.slug, { cursor: null, limit: 50 }, new Date()),
    ),
    "list of 50 from the middle": await time(50, async () =>
      listPublicEpisodes(show.slug, await middle(show), new Date()),
    ),
  });
});

/** A GET as the route answers it: one look-up, the plan, the bytes. Gives how many came. */
async function ask({ id, workspaceId: owner }: Show, headers: Record<string, string> = {}): Promise<number> {
  const now = new Date();
  const feed = await freshFeed(await db().show.findUniqueOrThrow({ where: { id } }), now);
  if (!feed) throw new Error("The show has no feed.");
  const request = new Request("http://localhost/", { headers });
  const object = feedObject(feed, headers["accept-encoding"] ?? null, now);
  const { body } = await toResponse(request, object, meansOf(store()).pieces, { owner });
  let size = 0;
  for await (const chunk of body ?? []) size += chunk.length;
  return size;
}

async function middle({ id }: Show) {
  const [found] = await db().episode.findMany({
    where: { showId: id },
    orderBy: { publishAt: "asc" },
    skip: 5000,
    take: 1,
  });
  return { cursor: `${found?.publishAt?.toISOString()}_${found?.id}`, limit: 50 };
}

/** Straight in SQL: the verbs would take minutes. */
async function seed({ id, workspaceId }: Show): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "Media" (id, "workspaceId", "showId", kind, state, key, bytes, sha256, type, extension, duration)
    SELECT uuidv7(), ${workspaceId}::uuid, ${id}::uuid,
      CASE n WHEN 0 THEN 'artwork' ELSE 'audio' END::"MediaKind", 'ready', 'bench/' || n, 12345678,
      encode(sha256(n::text::bytea), 'hex'), 'audio/mpeg', 'mp3', 1800.5
    FROM generate_series(0, ${EPISODES}::int) n`;
  await db().$executeRaw`
    UPDATE "Show" SET "artworkId" = (SELECT id FROM "Media" WHERE key = 'bench/0') WHERE id = ${id}::uuid`;
  await db().$executeRaw`
    INSERT INTO "Episode" (id, "showId", slug, title, notes, number, guid, "audioId", "publishAt", "updatedAt")
    SELECT uuidv7(), ${id}::uuid, 'episode-' || n, 'Episode ' || n, ${NOTES}, n, gen_random_uuid()::text,
      (SELECT m.id FROM "Media" m WHERE m.key = 'bench/' || n), now() - n * interval '1 day', now()
    FROM generate_series(1, ${EPISODES}::int) n`;
  await db().$executeRawUnsafe("ANALYZE");
}
