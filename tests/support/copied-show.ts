import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db";

const ofEpisodes = `"episodeId" IN (SELECT "id" FROM "Episode" WHERE "showId" = $1::uuid)`;

/** What belongs to a show, and how its rows are found. */
const tables = {
  Show: `"id" = $1::uuid`,
  ShowSlug: `"showId" = $1::uuid`,
  Media: `"showId" = $1::uuid`,
  Episode: `"showId" = $1::uuid`,
  EpisodeSlug: `"showId" = $1::uuid`,
  EpisodeRevision: ofEpisodes,
};

/** The rows of a show that its verbs have made, to be put beside it many times: one statement instead of a hundred. */
export async function rowsOfShow({ id }: { id: string }): Promise<string> {
  const fields = Object.entries(tables).map(
    ([table, found]) => `'${table}', (SELECT jsonb_agg(t) FROM "${table}" t WHERE ${found})`,
  );
  const [row] = await db().$queryRawUnsafe<{ text: string }[]>(
    `SELECT jsonb_build_object(${fields.join(", ")})::text AS "text"`,
    id,
  );
  return row?.text ?? "{}";
}

/**
 * Puts the rows in under new ids, and answers what an id became; `kept` ones stay. Slugs, keys and GUIDs that hold an id
 * are new with it. The store's objects are not copied.
 */
export async function putAgain(rows: string, kept: string[]): Promise<(id: string) => string> {
  const ids = new Map(kept.map((id) => [id, id]));
  const renamed = (id: string) => {
    const known = ids.get(id) ?? randomUUID();
    ids.set(id, known);
    return known;
  };
  const inserts = Object.keys(tables).map(
    (table) => `"into ${table}" AS (
      INSERT INTO "${table}" SELECT t.* FROM given, jsonb_populate_recordset(NULL::"${table}", given.rows->'${table}') t)`,
  );
  await db().$executeRawUnsafe(
    `WITH given AS (SELECT $1::jsonb AS rows), ${inserts.join(", ")} SELECT 1`,
    rows.replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, renamed),
  );
  return renamed;
}
