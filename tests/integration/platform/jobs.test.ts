import { expect, it } from "vitest";
import { ACCOUNT_MAIL } from "@/lib/accounts/account-mail";
import { databaseUrl, db, provideDatabaseUrl } from "@/lib/platform/db";
import { enqueue, stopJobs } from "@/lib/platform/jobs";
import { useDatabase } from "@/tests/support/database";
import { freePort } from "@/tests/support/free-port";

useDatabase();

it("a job is enqueued as soon as the database is back, though the first try found it away", async () => {
  const url = databaseUrl();
  await db().$connect(); // the transactions below have their database; the queue's own connection is what fails
  provideDatabaseUrl(`postgresql://nobody@127.0.0.1:${await freePort()}/nothing`);
  await expect(send("first")).rejects.toThrow(/ECONNREFUSED/);
  await expect(stopJobs()).resolves.toBeUndefined();
  await expect(send("second")).rejects.toThrow(/ECONNREFUSED/);
  provideDatabaseUrl(url);
  await send("third");
  const sent = await db().$queryRaw`SELECT data->>'email' AS email FROM pgboss.job WHERE name = ${ACCOUNT_MAIL}`;
  expect(sent).toEqual([{ email: "third" }]);
});

const send = (email: string) => db().$transaction((tx) => enqueue(tx, ACCOUNT_MAIL, { kind: "closed", email }));
