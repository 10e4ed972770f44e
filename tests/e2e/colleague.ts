import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { reachPostgres } from "@/lib/platform/embedded/reach";
import type { House } from "@/tests/support/house";
import { operate, type Signer } from "./podcaster";

/** Somebody new who edits in the workspace of `owner`, put there beside the running server. */
export async function newColleague(house: House, owner: { email: string }, name: string): Promise<Signer> {
  const email = `colleague-${randomBytes(6).toString("hex")}@example.org`;
  const password = randomBytes(12).toString("hex");
  await operate(house, ["user", "create", "--email", email, "--password", password]);
  await inDatabase(house, async (client) => {
    await client.query(`UPDATE "User" SET name = $1 WHERE email = $2`, [name, email]);
    await client.query(
      `INSERT INTO "Membership" ("userId", "workspaceId", role)
       SELECT u.id, m."workspaceId", 'editor' FROM "User" u, "Membership" m JOIN "User" o ON o.id = m."userId"
       WHERE u.email = $1 AND o.email = $2 AND m.role = 'owner'`,
      [email, owner.email],
    );
  });
  return { email, password };
}

/** Work in the house's own database, beside the running server. */
export async function inDatabase(house: House, work: (client: Client) => Promise<void>): Promise<void> {
  const { DATABASE_URL, LONGWAVE_DATA_DIR = "" } = house.settings;
  const connectionString = DATABASE_URL ?? (await reachPostgres(LONGWAVE_DATA_DIR)).url;
  const client = new Client({ connectionString });
  await client.connect();
  await work(client).finally(() => client.end());
}
