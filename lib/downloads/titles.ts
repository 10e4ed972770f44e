import { LRUCache } from "lru-cache";
import { db } from "@/lib/platform/db";
import { singleton } from "@/lib/platform/singleton";

type Title = { title: string; show: string; language: string };

const FRESH_MS = 60_000;
const known = () => singleton("episode-titles", () => new LRUCache<string, Title>({ max: 5_000, ttl: FRESH_MS }));

/** The titles of episodes by id, asked for once a minute at most; what cannot be asked for just now is left out. */
export async function titlesOf(ids: string[]): Promise<Map<string, Title>> {
  const unknown = ids.filter((id) => !known().has(id));
  if (unknown.length > 0) await ask(unknown).catch(() => {});
  return new Map(ids.flatMap((id) => [[id, known().get(id)] as const]).filter(isKnown));
}

const isKnown = (entry: readonly [string, Title | undefined]): entry is readonly [string, Title] =>
  entry[1] !== undefined;

async function ask(ids: string[]): Promise<void> {
  const rows = await db().$queryRaw<(Title & { id: string })[]>`
    SELECT e.id, e.title, s.title AS show, s.language FROM "Episode" e JOIN "Show" s ON s.id = e."showId"
    WHERE e.id = ANY(${ids}::uuid[])`;
  for (const { id, ...title } of rows) known().set(id, title);
}
