import { Client } from "pg";
import { pendingMigrations } from "@/lib/platform/migrations";
import { messageOf } from "../refusal";
import { type Finding, good, wrong } from "./finding";

/** Throws when it cannot be reached. */
export async function examineDatabase(url: string): Promise<Finding> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows } = await client.query(
      "select current_setting('server_version') as version, current_database() as name",
    );
    return good("database", `PostgreSQL ${rows[0].version} answers for the database ${rows[0].name}.`);
  } finally {
    await client.end();
  }
}

export async function examineMigrations(url: string): Promise<Finding> {
  try {
    const pending = await pendingMigrations(url);
    if (pending.length === 0) return good("migrations", "The database is up to date.");
    return wrong("migrations", `Not applied: ${pending.join(", ")}.`, "Restart the server: `npm start` applies them.");
  } catch (error) {
    return wrong("migrations", messageOf(error), "The server does not start on this database until that is done.");
  }
}
