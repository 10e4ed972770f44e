import type { Client } from "pg";

/**
 * Lets `load` fill the tables in any order and checks every reference afterwards, all in the caller's transaction. Rows
 * refer to each other in circles (a show to its artwork, the artwork to its show), and only a superuser may switch the
 * checks off; whoever made the tables may drop and make them again, on a rented PostgreSQL too.
 */
export async function withoutForeignKeys(client: Client, load: () => Promise<void>): Promise<void> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  await load();
  for (const { table, name, definition } of keys)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
}
