import { describe, expect, it } from "vitest";
import { PUT } from "@/app/api/studio/shows/[slug]/artwork/route";
import { createSession } from "@/lib/accounts/sessions";
import { settings } from "@/lib/platform/env";
import { sealSession, sessionCookie } from "@/lib/web/session";
import { useDatabase } from "@/tests/support/database";
import { makeOwner, type Person } from "@/tests/support/people";
import { picture } from "@/tests/support/pictures";
import { call } from "@/tests/support/requests";
import { makeShow, showOf } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

useDatabase();
useStore();

describe("artwork sent by a browser", () => {
  it("is taken with the session's cookie from our own pages", async () => {
    const { owner, show, send } = await makeSender();
    expect((await send({ origin: settings().appUrl })).status).toBe(204);
    expect((await showOf(owner, show)).artworkId).not.toBeNull();
  });

  it.each([
    ["no Origin", {}],
    ["another site's", { origin: "https://evil.example" }],
    ["an opaque one", { origin: "null" }],
    ["another site's with a Host of its own", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
    ["none, from a site beside ours", { "sec-fetch-site": "same-site" }],
  ])("is refused with %s", async (_, headers) => {
    const { owner, show, send } = await makeSender();
    expect((await send(headers)).status).toBe(400);
    expect((await showOf(owner, show)).artworkId).toBeNull();
  });
});

async function makeSender() {
  const owner = await makeOwner();
  const show = await makeShow(owner);
  const [cookie, body] = [await cookieOf(owner), await picture()];
  const send = (headers: Record<string, string>) =>
    call(PUT, { slug: show.slug }, { method: "PUT", body, headers: { cookie, ...headers } });
  return { owner, show, send };
}

async function cookieOf({ user }: Person): Promise<string> {
  const session = await createSession(user, new Date());
  return `${sessionCookie().name}=${await sealSession(session.id)}`;
}
