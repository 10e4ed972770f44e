import { expect, it } from "vitest";
import { GET } from "@/app/api/studio/live/route";
import { createSession } from "@/lib/accounts/sessions";
import { databaseUrl, db, provideDatabaseUrl } from "@/lib/platform/db";
import { announce } from "@/lib/platform/live";
import { sealSession, sessionCookie } from "@/lib/web/session";
import { useDatabase } from "@/tests/support/database";
import { makeOwner } from "@/tests/support/people";
import { call } from "@/tests/support/requests";

useDatabase();

it("A page that came while nothing could be heard, and comes again, hears each thing once", async () => {
  const { user } = await makeOwner();
  const { id } = await createSession(user, new Date());
  const cookie = `${sessionCookie().name}=${await sealSession(id)}`;
  const open = () => call(GET, {}, { query: "?topics=me", headers: { cookie } });
  const url = databaseUrl();
  provideDatabaseUrl("postgresql://nobody@127.0.0.1:1/none");
  expect((await open()).status).toBe(503);
  provideDatabaseUrl(url);
  const { status, body } = await open();
  expect(status).toBe(200);
  for (const kind of ["first", "last"])
    await db().$transaction((tx) => announce(tx, { topic: `user:${user.id}`, kind, id: user.id, by: null }));
  let heard = "";
  for await (const chunk of body ?? []) {
    heard += new TextDecoder().decode(chunk);
    if (heard.includes("last")) break;
  }
  expect(heard.match(/first/g)).toHaveLength(1);
});
