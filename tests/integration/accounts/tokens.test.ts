import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/accounts/actor";
import { suspendUser } from "@/lib/accounts/mutations";
import { findActorByToken, findWorkspaceFor } from "@/lib/accounts/queries";
import { createTokenFor, revokeToken } from "@/lib/accounts/token-mutations";
import { findOwnToken, listOwnTokens } from "@/lib/accounts/tokens";
import { listWorkspacesFor } from "@/lib/accounts/workspaces";
import { db } from "@/lib/platform/db";
import { findShowFor } from "@/lib/shows/queries";
import { useDatabase } from "@/tests/support/database";
import { makeMember, makeOwner, type Person } from "@/tests/support/people";
import { makeShow, present } from "@/tests/support/shows";

const now = () => new Date();

/** The person in a browser: every workspace of theirs. */
const inBrowser = ({ user }: Person): Actor => ({ user, workspaceId: null, via: "session" });

const tokenFor = async (actor: Actor, workspaceId: string, name = "laptop") =>
  createTokenFor(present(await findWorkspaceFor(actor, workspaceId, "editor")), name);

const eventsOf = (targetId: string) =>
  db().auditEvent.findMany({ where: { targetId }, orderBy: { id: "asc" }, select: { act: true, via: true } });

describe("a token that somebody makes in their browser", () => {
  useDatabase();

  it("acts as them in the one workspace, and is nowhere but in the answer", async () => {
    const owner = await makeOwner();
    const show = await makeShow(owner);
    const { token, secret } = await tokenFor(inBrowser(owner), owner.workspaceId);
    const actor = present(await findActorByToken(secret, now()));
    expect(actor).toMatchObject({ user: { id: owner.user.id }, workspaceId: owner.workspaceId });
    expect(await findShowFor(actor, show.slug, "owner")).not.toBeNull();
    const kept = JSON.stringify([await db().apiToken.findMany(), await db().auditEvent.findMany()]);
    expect(kept).not.toContain(secret);
    expect(await eventsOf(token.id)).toEqual([{ act: "createToken", via: "session" }]);
  });

  it("can do no more than they can", async () => {
    const owner = await makeOwner();
    const show = await makeShow(owner);
    const editor = await makeMember(owner.workspaceId, "editor");
    const { secret } = await tokenFor(inBrowser(editor), owner.workspaceId);
    const actor = present(await findActorByToken(secret, now()));
    expect(await findShowFor(actor, show.slug, "editor")).not.toBeNull();
    expect(await findShowFor(actor, show.slug, "admin")).toBeNull();
  });

  it("is listed with its last use, newest first, without secret or hash", async () => {
    const owner = await makeOwner();
    const actor = inBrowser(owner);
    const { secret } = await tokenFor(actor, owner.workspaceId, "older");
    await tokenFor(actor, owner.workspaceId, "newer");
    await findActorByToken(secret, new Date("2026-05-01T10:00:00Z"));
    const listed = (await listOwnTokens(actor)).filter(({ name }) => name !== "tests");
    expect(listed.map(({ name, lastUsedAt }) => [name, lastUsedAt?.toISOString()])).toEqual([
      ["newer", undefined],
      ["older", "2026-05-01T10:00:00.000Z"],
    ]);
    expect(Object.keys(listed[0] ?? {}).sort()).toEqual(["createdAt", "id", "lastUsedAt", "name", "workspace"]);
  });

  it("opens nothing once it is revoked, and is written down as revoked once", async () => {
    const owner = await makeOwner();
    const actor = inBrowser(owner);
    const { token, secret } = await tokenFor(actor, owner.workspaceId);
    const found = present(await findOwnToken(actor, token.id));
    await revokeToken(found, now());
    await revokeToken(found, now());
    expect(await findActorByToken(secret, now())).toBeNull();
    expect((await listOwnTokens(actor)).map(({ id }) => id)).not.toContain(token.id);
    expect(await findOwnToken(actor, token.id)).toBeNull();
    expect((await eventsOf(token.id)).map(({ act }) => act)).toEqual(["createToken", "revokeToken"]);
  });

  it("is nobody else's to find: not its workspace's owner's, not a stranger's, not the suspended's", async () => {
    const [owner, stranger] = [await makeOwner(), await makeOwner({ admin: true })];
    const editor = await makeMember(owner.workspaceId, "editor");
    const { token } = await tokenFor(inBrowser(editor), owner.workspaceId);
    for (const other of [owner, stranger]) expect(await findOwnToken(inBrowser(other), token.id)).toBeNull();
    expect(await findOwnToken(inBrowser(editor), "no-uuid")).toBeNull();
    expect(await findOwnToken(inBrowser(editor), token.id)).not.toBeNull();
    await suspendUser(editor.user, null, now());
    expect(await findOwnToken(inBrowser(editor), token.id)).toBeNull();
  });
});

describe("the list of workspaces", () => {
  useDatabase();

  it("has those where somebody holds the role asked for, and no other", async () => {
    const host = await makeOwner();
    const editor = await makeMember(host.workspaceId, "editor");
    const listed = async (role: "analyst" | "editor" | "admin") =>
      (await listWorkspacesFor(inBrowser(editor), role)).map(({ id }) => id === host.workspaceId);
    expect(await listed("editor")).toEqual([true, false]);
    expect(await listed("admin")).toEqual([false]);
    expect(await listWorkspacesFor(editor.actor, "editor")).toMatchObject([{ id: host.workspaceId }]);
  });
});
