import { createHash, randomUUID } from "node:crypto";
import { Client } from "pg";
import { reachPostgres } from "@/lib/platform/embedded/reach";
import type { House } from "@/tests/support/house";

type Wanted = { admin: string; lost: string; twoSteps: string };

/** One of everything that has a page of its own, by its id or by the secret in its link. */
export type Things = Record<
  "account" | "workspace" | "show" | "episode" | "plan" | "mail" | "draft" | "previewed" | "invited",
  string
>;

/**
 * Finds or makes them straight in the house's database: what only a mail or a browser would make otherwise. The admin looks at
 * what the demo's owner sees, `lost` is suspended, and `twoSteps` owes a second step.
 */
export async function thingsOf(house: House, { admin, lost, twoSteps }: Wanted): Promise<Things> {
  const url = house.settings.DATABASE_URL ?? (await reachPostgres(house.settings.LONGWAVE_DATA_DIR ?? "")).url;
  const client = new Client(url);
  await client.connect();
  try {
    const one = async (words: string, values: unknown[] = []): Promise<string> =>
      String(Object.values((await client.query(words, values)).rows[0] ?? {})[0]);
    const user = (email: string) => one(`SELECT id FROM "User" WHERE email = $1`, [email]);
    const [account, seer] = [await user(house.demo.email), await user(admin)];
    await client.query(
      `INSERT INTO "AuditEvent" (id, "actorId", via, act, "targetType", "targetId", difference)
       VALUES ($1, $2, 'session', 'beginLook', 'user', $3, '{"reason": "They wrote that an episode will not go out."}')`,
      [randomUUID(), seer, account],
    );
    await client.query(
      `UPDATE "User" SET "suspendedAt" = now(), "suspensionReason" = 'Music of others.' WHERE email = $1`,
      [lost],
    );
    await client.query(`UPDATE "User" SET "totpEnabledAt" = now(), "totpSecret" = 'x' WHERE email = $1`, [twoSteps]);
    const show = await one(`SELECT id FROM "Show" WHERE slug = $1`, [new URL(house.demo.page).pathname.slice(1)]);
    const episode = await one(`SELECT id FROM "Episode" WHERE "showId" = $1 ORDER BY "publishAt" NULLS LAST LIMIT 1`, [
      show,
    ]);
    return {
      ...{ account, show, episode },
      workspace: await one(`SELECT "workspaceId" FROM "Show" WHERE id = $1`, [show]),
      plan: await one(`SELECT id FROM "Plan" LIMIT 1`),
      draft: await one(`SELECT id FROM "Episode" WHERE "publishAt" IS NULL ORDER BY id DESC LIMIT 1`),
      mail: await one(
        `INSERT INTO "OutboxMail" (id, "to", subject, text, html) VALUES ($1, $2, 'A letter', 'Its words.', '<p>Its words.</p>') RETURNING id`,
        [randomUUID(), house.demo.email],
      ),
      previewed: await secretIn((hash) =>
        client.query(
          `INSERT INTO "PreviewLink" (id, "episodeId", hash, "createdById", "expiresAt") VALUES ($1, $2, $3, $4, now() + interval '7 days')`,
          [randomUUID(), episode, hash, account],
        ),
      ),
      invited: await secretIn((hash) =>
        client.query(
          `INSERT INTO "Invitation" (id, hash, "createdById", "expiresAt") VALUES ($1, $2, $3, now() + interval '7 days')`,
          [randomUUID(), hash, seer],
        ),
      ),
    };
  } finally {
    await client.end();
  }
}

/** A secret of which only the hash is kept. */
async function secretIn(keep: (hash: string) => Promise<unknown>): Promise<string> {
  const secret = randomUUID();
  await keep(createHash("sha256").update(secret).digest("hex"));
  return secret;
}
