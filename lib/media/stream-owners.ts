import { db } from "@/lib/platform/db";

type Part = { showId?: string; episodeId?: string | null; previewId?: string };

/** Whose a stream is, and so what ends it: a hidden workspace, a show or an episode taken down, a guest's link revoked. */
export const streamOwner = (workspaceId: string, { showId = "", episodeId, previewId = "" }: Part = {}): string =>
  [workspaceId, showId, episodeId ?? "", previewId].join("/");

/** Those of the stream owners that are to be served no longer. */
export async function listOffAir(owners: string[]): Promise<string[]> {
  const parts = owners.map((owner) => owner.split("/"));
  const at = (index: number) => [...new Set(parts.map((part) => part[index]).filter((id) => id))];
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "Workspace" WHERE id = ANY(${at(0)}::uuid[]) AND "hiddenAt" IS NOT NULL
    UNION ALL SELECT id::text FROM "Show" WHERE id = ANY(${at(1)}::uuid[]) AND "takenDownAt" IS NOT NULL
    UNION ALL SELECT id::text FROM "Episode" WHERE id = ANY(${at(2)}::uuid[]) AND "takenDownAt" IS NOT NULL
    UNION ALL SELECT id::text FROM "PreviewLink" WHERE id = ANY(${at(3)}::uuid[]) AND "revokedAt" IS NOT NULL`;
  const off = new Set(rows.map(({ id }) => id));
  return owners.filter((_, index) => parts[index]?.some((id) => off.has(id)));
}
