import { expect, test } from "vitest";
import { suspendUser } from "@/lib/accounts/mutations";
import { createSession } from "@/lib/accounts/sessions";
import { db } from "@/lib/platform/db";
import { findViewer, sealSession } from "@/lib/web/session";
import { useDatabase } from "../../support/database";
import { makeOwner } from "../../support/people";

useDatabase();

const now = new Date("2026-05-01T12:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 24 * 3600_000);

const visit = (cookie: string) => new Request("http://localhost:3000/media/audio/x.mp3", { headers: { cookie } });

async function signedIn() {
  const { user } = await makeOwner();
  const session = await createSession(user, now);
  return { user, session, request: visit(`theme=dark; longwave.session=${await sealSession(session.id)}`) };
}

test("the cookie of a session acts for its user, in every workspace of theirs", async () => {
  const { user, request } = await signedIn();
  expect(await findViewer(request, now)).toMatchObject({ user: { id: user.id }, workspaceId: null, via: "session" });
});

test("a session that was ended is dead on the next request, whatever its cookie says", async () => {
  const { session, request } = await signedIn();
  await db().session.update({ where: { id: session.id }, data: { endedAt: now } });
  expect(await findViewer(request, now)).toBeNull();
});

test("suspending its user ends a session", async () => {
  const { user, request } = await signedIn();
  await suspendUser(user, null, now);
  expect(await findViewer(request, now)).toBeNull();
});

test("a session runs out after thirty days", async () => {
  const { request } = await signedIn();
  expect(await findViewer(request, later(29))).not.toBeNull();
  expect(await findViewer(request, later(30))).toBeNull();
});

test.each(["longwave.session=", "longwave.session=abc.def", "other=x"])("the cookie %j is nobody's", async (cookie) => {
  expect(await findViewer(visit(cookie), now)).toBeNull();
});
