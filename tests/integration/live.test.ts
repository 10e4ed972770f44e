import { describe, expect, it, onTestFinished } from "vitest";
import { GET } from "@/app/api/studio/live/route";
import { renameWorkspace } from "@/lib/accounts/member-mutations";
import { suspendUser } from "@/lib/accounts/mutations";
import { findWorkspaceFor } from "@/lib/accounts/queries";
import { signOut } from "@/lib/accounts/session-mutations";
import { createSession } from "@/lib/accounts/sessions";
import { changeEpisode } from "@/lib/episodes/mutations";
import { db } from "@/lib/platform/db";
import { announce, type LiveEvent, type Topic } from "@/lib/platform/live";
import { changeShow } from "@/lib/shows/mutations";
import { endLive } from "@/lib/web/live";
import { sealSession, sessionCookie } from "@/lib/web/session";
import { until } from "@/tests/support/child";
import { useDatabase } from "@/tests/support/database";
import { somebodyWaits } from "@/tests/support/locks";
import { makeMember, makeOwner, type Person } from "@/tests/support/people";
import { call } from "@/tests/support/requests";
import { makeCompleteShow, makeDraft, present } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

useDatabase();
useStore();

const now = () => new Date();

describe("the live connection", () => {
  it("tells a member what another saved, and no content of it", async () => {
    const { owner, draft } = await makeHouse();
    const editor = await makeMember(owner.workspaceId, "editor");
    const line = await listen(editor, `episode:${draft.id}`);
    await changeEpisode(draft, draft.version, { title: "A Secret Title" }, now());
    const event = await line.next();
    expect(event).toEqual({
      topic: `episode:${draft.id}`,
      kind: "changeEpisode",
      id: draft.id,
      version: draft.version + 1,
      by: owner.user.id,
    });
  });

  it("tells the show's watchers of its episodes and of itself", async () => {
    const { owner, show, draft } = await makeHouse();
    const line = await listen(owner, `show:${show.id}`);
    await changeEpisode(draft, draft.version, { title: "B" }, now());
    expect(await line.next()).toMatchObject({ kind: "changeEpisode", id: draft.id });
    await changeShow(show, show.version, { title: "B" }, now());
    expect(await line.next()).toMatchObject({ kind: "changeShow", id: show.id });
  });

  it("tells members what happens to the workspace and to which shows are in it, and never to which", async () => {
    const { owner, show } = await makeHouse();
    const member = await makeMember(owner.workspaceId, "analyst");
    const topic = `workspace:${owner.workspaceId}`;
    const line = await listen(member, topic);
    await changeShow(show, show.version, { title: "B" }, now());
    const event = { topic, id: owner.workspaceId, by: owner.user.id };
    expect(await line.next()).toEqual({ ...event, kind: "changeShow" });
    await renameWorkspace(present(await findWorkspaceFor(owner.actor, owner.workspaceId, "admin")), "C");
    expect(await line.next()).toEqual({ ...event, kind: "renameWorkspace" });
    expect((await open(await makeOwner(), topic)).status).toBe(404);
  });

  it("says nothing of what was rolled back", async () => {
    const { owner, show } = await makeHouse();
    const line = await listen(owner, `show:${show.id}`);
    const event = { topic: `show:${show.id}`, id: show.id, by: null } as const;
    const rolledBack = db().$transaction(async (tx) => {
      await announce(tx, { ...event, kind: "lost" });
      throw new Error("no");
    });
    await expect(rolledBack).rejects.toThrow("no");
    await db().$transaction((tx) => announce(tx, { ...event, kind: "kept" }));
    expect(await line.next()).toMatchObject({ kind: "kept" });
  });

  it("is not there for strangers, and leaves out topics that are not theirs", async () => {
    const { show, draft } = await makeHouse();
    const stranger = await makeOwner();
    expect((await open(stranger, `show:${show.id},episode:${draft.id},user:${show.by.user.id},nonsense`)).status).toBe(
      404,
    );
    const line = await listen(stranger, `me,show:${show.id}`);
    await changeShow(show, show.version, { title: "B" }, now());
    const mine = `user:${stranger.user.id}` as const;
    await db().$transaction((tx) => announce(tx, { topic: mine, kind: "own", id: stranger.user.id, by: null }));
    expect(await line.next()).toMatchObject({ kind: "own" });
  });

  it("ends with the session, and with the account", async () => {
    const { owner, show } = await makeHouse();
    const one = await listen(owner, `show:${show.id}`);
    const other = await makeMember(owner.workspaceId, "editor");
    const theirs = await listen(other, `show:${show.id}`);
    await signOut({ ...owner.actor, workspaceId: null, via: "session" }, one.sessionId, now());
    expect(await one.next()).toBe("end");
    await suspendUser(other.user, null, now());
    expect(await theirs.next()).toBe("end");
  });

  it("lets go of a browser that leaves while the house looks who may watch", async () => {
    const { owner, show } = await makeHouse();
    const { id } = await createSession(owner.user, now());
    const body = (await open(owner, `show:${show.id}`, id)).body?.getReader();
    await body?.read();
    const refusals: unknown[] = [];
    const hear = (reason: unknown) => refusals.push(reason);
    process.on("unhandledRejection", hear);
    onTestFinished(() => void process.off("unhandledRejection", hear));
    await db().$transaction(
      async (tx) => {
        await tx.$executeRaw`LOCK TABLE "Session" IN ACCESS EXCLUSIVE MODE`;
        await until("the house looks", () => somebodyWaits(tx));
        await body?.cancel();
        await tx.session.update({ where: { id }, data: { endedAt: now() } });
      },
      { timeout: 20_000 },
    );
    const line = await listen(owner, `show:${show.id}`);
    await signOut({ ...owner.actor, workspaceId: null, via: "session" }, line.sessionId, now());
    expect(await line.next()).toBe("end"); // the house has looked again since
    expect(refusals).toEqual([]);
  });

  it("says no more of a show once the membership has ended", async () => {
    const { owner, show } = await makeHouse();
    const member = await makeMember(owner.workspaceId, "analyst");
    const line = await listen(member, `me,show:${show.id}`);
    await db().membership.deleteMany({ where: { userId: member.user.id } });
    await expect
      .poll(() => heard(line, [`show:${show.id}`, `user:${member.user.id}`]), { timeout: 10_000 })
      .toBe("user");
  });

  it("gives one user twenty at a time: the oldest makes room", async () => {
    const { owner, show } = await makeHouse();
    const first = await listen(owner, `show:${show.id}`);
    for (let count = 0; count < 20; count++) await listen(owner, `show:${show.id}`);
    expect(await first.next()).toBe("end");
  });

  it("is ended when the server stops, and not begun again", async () => {
    const { owner, show } = await makeHouse();
    const line = await listen(owner, `show:${show.id}`);
    endLive();
    expect(await line.next()).toBe("closed");
    expect((await open(owner, `show:${show.id}`)).status).toBe(503);
  });
});

async function makeHouse() {
  const owner = await makeOwner();
  const show = await makeCompleteShow(owner);
  return { owner, show, draft: await makeDraft(owner, show) };
}

/** What an announcement to each of two topics brings first; the second comes in any case. */
async function heard(line: { next(): Promise<unknown> }, topics: [Topic, Topic]): Promise<string> {
  for (const topic of topics)
    await db().$transaction((tx) => announce(tx, { topic, kind: topic.split(":")[0] ?? "", id: topic, by: null }));
  const first = kindOf(await line.next());
  if (first === "show") await line.next();
  return first;
}

const kindOf = (event: unknown) => (event as LiveEvent).kind;

async function open({ user }: Person, topics: string, sessionId?: string): Promise<Response> {
  const id = sessionId ?? (await createSession(user, now())).id;
  const cookie = `${sessionCookie().name}=${await sealSession(id)}`;
  return call(GET, {}, { query: `?topics=${encodeURIComponent(topics)}`, headers: { cookie } });
}

/** A connection, and what it brings: an event, "end" when it is told to go, "closed" when it just ends. */
async function listen(person: Person, topics: string) {
  const { id: sessionId } = await createSession(person.user, now());
  const answer = await open(person, topics, sessionId);
  expect(answer.status).toBe(200);
  const messages = read(answer);
  return { sessionId, next: async () => (await messages.next()).value ?? "closed" };
}

async function* read({ body }: Response): AsyncGenerator<unknown> {
  let text = "";
  for await (const chunk of body ?? []) {
    text += new TextDecoder().decode(chunk);
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      if (block.startsWith("event: ")) yield block.split("\n")[0]?.slice(7);
      else if (block.startsWith("data: ")) yield JSON.parse(block.slice(6));
    }
  }
}
