import { db } from "@/lib/platform/db";

export const SHOWS = 1_000;
export const EPISODES = 10_000;

/** A workspace of many shows, one of them with many episodes. Straight in SQL: the verbs would take minutes. */
export async function seedThousands({ id, workspaceId }: { id: string; workspaceId: string }): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "Show" (id, "workspaceId", slug, title, author, language, category, "podcastGuid", "updatedAt")
    SELECT uuidv7(), ${workspaceId}::uuid, 'show-' || n, 'Show ' || n, 'Bench', 'en', 'Arts', gen_random_uuid(), now()
    FROM generate_series(2, ${SHOWS}::int) n`;
  await db().$executeRaw`
    INSERT INTO "Episode" (id, "showId", slug, title, number, guid, "publishAt", "updatedAt")
    SELECT uuidv7(), s.id, 'episode-' || n, 'Episode ' || n, n, gen_random_uuid()::text,
      now() + (20 - n) * interval '1 day', now()
    FROM "Show" s, generate_series(1, ${EPISODES}::int) n
    WHERE s.id = ${id}::uuid OR (s."workspaceId" = ${workspaceId}::uuid AND n <= 10)`;
  await db().$executeRawUnsafe("ANALYZE");
}
