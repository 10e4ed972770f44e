import { verify } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";
import { createToken, createUser, ensureHouseAdmin, restoreUser, suspendUser } from "@/lib/accounts/mutations";
import { findActorByToken, findUserByEmail } from "@/lib/accounts/queries";
import { newUserSchema } from "@/lib/accounts/schema";
import { findPublicMedia } from "@/lib/media/queries";
import { db } from "@/lib/platform/db";
import { findShowAt, findShowFor } from "@/lib/shows/queries";
import { atOnce } from "@/tests/support/crowd";
import { useDatabase } from "@/tests/support/database";
import { makeMember, makeOwner, type Person } from "@/tests/support/people";
import { makeCompleteShow, makePublished, present } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

const now = () => new Date();
const ada = { email: " Ada@Example.org ", password: "correct horse" };

describe("a user", () => {
  useDatabase();

  it("gets a workspace of their own, and their password is kept only as an argon2id hash", async () => {
    const { user, workspace } = await createUser(newUserSchema.parse(ada), now());
    expect(user).toMatchObject({ email: "ada@example.org", name: "ada", isHouseAdmin: false });
    expect(user.emailVerifiedAt).not.toBeNull();
    expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verify(user.passwordHash ?? "", ada.password)).toBe(true);
    const [membership] = await db().membership.findMany({ where: { userId: user.id } });
    expect(membership).toMatchObject({ workspaceId: workspace.id, role: "owner" });
    await expect(createUser(newUserSchema.parse(ada), now())).rejects.toMatchObject({ code: "conflict" });
  });

  it("is made once for an address, even when it is asked for twice at once", async () => {
    const make = () => settled(createUser(newUserSchema.parse({ ...ada, email: "twice@example.org" }), now()));
    const outcomes = await Promise.all(await atOnce("User", "SHARE ROW EXCLUSIVE", [make, make]));
    expect(outcomes.sort()).toEqual(["conflict", "made"]);
  });

  const settled = (making: Promise<unknown>): Promise<string> => making.then(() => "made").catch((error) => error.code);

  it("who is admin of the house is made once, by one of several processes that start together", async () => {
    const wanted = { adminEmail: "house@example.org", adminPassword: "house password" };
    const said = await Promise.all([1, 2, 3].map(() => ensureHouseAdmin(wanted, now())));
    expect(said.sort()).toEqual(["The admin of ADMIN_EMAIL was made.", ...Array(2).fill("The house has its admin.")]);
    expect(await db().user.count({ where: { isHouseAdmin: true } })).toBe(1);
  });

  it.each([
    [{ ...ada, password: "short" }, /at least 10/],
    [{ ...ada, email: "nobody" }, /not an e-mail address/],
  ])("is not made of %j", (input, words) => {
    expect(newUserSchema.safeParse(input).error?.issues[0]?.message).toMatch(words);
  });
});

describe("a token", () => {
  useDatabase();

  it("acts as its owner in one workspace, and only its hash is kept", async () => {
    const { user } = await makeOwner();
    const { token, secret } = await createToken(user, "laptop");
    expect(secret).toMatch(/^lw_[\w-]{43}$/);
    const rows = JSON.stringify(await db().apiToken.findMany()) + JSON.stringify(await events());
    expect(rows).not.toContain(secret);
    expect(await findActorByToken(secret, now())).toMatchObject({
      user: { id: user.id },
      workspaceId: token.workspaceId,
      via: "token",
    });
    expect(await findActorByToken(`${secret}x`, now())).toBeNull();
  });

  it("notes when it was used, once a minute", async () => {
    const { user } = await makeOwner();
    const { token, secret } = await createToken(user, "laptop");
    const used = async (at: string) => {
      await findActorByToken(secret, new Date(at));
      return (await db().apiToken.findUniqueOrThrow({ where: { id: token.id } })).lastUsedAt?.toISOString();
    };
    expect(await used("2026-05-01T10:00:00.000Z")).toBe("2026-05-01T10:00:00.000Z");
    expect(await used("2026-05-01T10:00:59.000Z")).toBe("2026-05-01T10:00:00.000Z");
    expect(await used("2026-05-01T10:01:00.000Z")).toBe("2026-05-01T10:01:00.000Z");
  });

  it("opens nothing once its owner has left the workspace", async () => {
    const owner = await makeOwner();
    const member = await makeMember(owner.workspaceId, "editor");
    expect(await findActorByToken(member.token, now())).not.toBeNull();
    await db().membership.deleteMany({ where: { userId: member.user.id, workspaceId: owner.workspaceId } });
    expect(await findActorByToken(member.token, now())).toBeNull();
  });

  it("sees shows of its own workspace only, even where its owner is a member of more", async () => {
    const [one, other] = [await makeOwner(), await makeOwner()];
    const show = await makeCompleteShow(other);
    await db().membership.create({ data: { userId: one.user.id, workspaceId: other.workspaceId, role: "owner" } });
    expect(await findShowFor(one.actor, show.slug, "analyst")).toBeNull();
    expect(await findShowFor({ ...one.actor, workspaceId: null }, show.slug, "owner")).not.toBeNull();
  });

  it("is not made for a suspended user", async () => {
    const { user } = await makeOwner();
    await suspendUser(user, null, now());
    const suspended = present(await findUserByEmail(user.email));
    await expect(createToken(suspended, "laptop")).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("a suspension", () => {
  useDatabase();
  useStore();

  it("ends tokens and sessions at once, and a restored user makes new ones", async () => {
    const { user, token } = await makeOwner();
    const expiresAt = new Date(Date.now() + 3600_000);
    const session = await db().session.create({ data: { userId: user.id, expiresAt } });
    await suspendUser(user, "spam", now());
    expect(await findActorByToken(token, now())).toBeNull();
    expect((await db().session.findUniqueOrThrow({ where: { id: session.id } })).endedAt).not.toBeNull();
    await restoreUser(user, now());
    expect(await findActorByToken(token, now())).toBeNull();
    const { secret } = await createToken(present(await findUserByEmail(user.email)), "new");
    expect(await findActorByToken(secret, now())).not.toBeNull();
  });

  it("hides what the user alone owns, and brings the same back", async () => {
    const owner = await makeOwner();
    const show = await makeCompleteShow(owner);
    const episode = await makePublished(owner, show);
    const seen = async () => [
      await findShowAt(show.slug, now()),
      await findPublicMedia(episode.audioId ?? "", new Date(Date.now() + 1000)),
      await findPublicMedia(show.artworkId ?? "", now()),
    ];
    const before = await seen();
    await suspendUser(owner.user, null, now());
    expect(await seen()).toEqual([null, null, null]);
    await restoreUser(owner.user, now());
    expect(withoutWorkspace(await seen())).toEqual(withoutWorkspace(before));
  });

  it("leaves alone what has another owner, and where the user is no owner", async () => {
    const [one, host] = [await makeOwner(), await makeOwner()];
    const second = await makeMember(one.workspaceId, "owner");
    await db().membership.create({ data: { userId: one.user.id, workspaceId: host.workspaceId, role: "admin" } });
    await suspendUser(one.user, null, now());
    expect([await hidden(one), await hidden(host)]).toEqual([false, false]);
    await suspendUser(second.user, null, now());
    expect(await hidden(one)).toBe(true);
    await restoreUser(second.user, now());
    expect(await hidden(one)).toBe(false);
  });

  it("of both owners at once hides what nobody is left to answer for", async () => {
    const one = await makeOwner();
    const other = await makeMember(one.workspaceId, "owner");
    const suspend =
      ({ user }: Person) =>
      () =>
        suspendUser(user, null, now());
    await Promise.all(await atOnce("ApiToken", "ACCESS EXCLUSIVE", [suspend(one), suspend(other)]));
    expect(await hidden(one)).toBe(true);
  });

  it("is written down once, with its reason", async () => {
    const { user } = await makeOwner();
    await suspendUser(user, "spam", now());
    await suspendUser(user, "again", now());
    const written = (await events()).filter(({ targetId, act }) => targetId === user.id && act === "suspendUser");
    expect(written.map(({ difference }) => difference)).toEqual([{ reason: "spam" }]);
  });

  const hidden = async ({ workspaceId }: Person) =>
    (await db().workspace.findUniqueOrThrow({ where: { id: workspaceId } })).hiddenAt !== null;

  /** The show comes with its workspace, whose row the suspension writes. */
  const withoutWorkspace = (things: unknown) =>
    JSON.stringify(things, (key, value) => (key === "workspace" ? null : keepBigInt(value)));
  const keepBigInt = (value: unknown) => (typeof value === "bigint" ? `${value}` : value);
});

const events = () => db().auditEvent.findMany();
