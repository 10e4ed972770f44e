import { beforeAll, describe, expect, it } from "vitest";
import { closeAccount } from "@/lib/accounts/closing-mutations";
import { changeMember, leaveWorkspace, removeMember, transferOwnership } from "@/lib/accounts/member-mutations";
import { findMemberFor, listMembers } from "@/lib/accounts/members";
import { suspendUser } from "@/lib/accounts/mutations";
import { findActorByToken, findWorkspaceFor } from "@/lib/accounts/queries";
import { createSession, findActorBySession } from "@/lib/accounts/sessions";
import { listWorkspaceLines, usageOf } from "@/lib/accounts/workspaces";
import { listShowLines } from "@/lib/episodes/show-list";
import { createUpload } from "@/lib/media/mutations";
import { findMediaFor, findUploadAsStarter } from "@/lib/media/queries";
import { db } from "@/lib/platform/db";
import { findShowFor } from "@/lib/shows/queries";
import type { Role } from "@/prisma/generated/client";
import { atOnce } from "@/tests/support/crowd";
import { useDatabase } from "@/tests/support/database";
import { workspaceOf } from "@/tests/support/invitations";
import { makeLimitedMember, makeMember, makeOwner, type Person } from "@/tests/support/people";
import { makeAudio, makeShow, present } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

useDatabase();
useStore();

const now = new Date();
const aFile = { filename: "a.mp3", size: 3, type: "audio/mpeg" };
const inBrowser = ({ actor }: Person) => ({ ...actor, workspaceId: null, via: "session" as const });
const unlimited = (role: Role) => ({ role, limitedTo: null });

const member = async (by: Person, { user }: Person) =>
  present(await findMemberFor(by.actor, { workspaceId: by.workspaceId, userId: user.id }, "admin"));
const rolesIn = async ({ workspaceId }: Person) =>
  (await db().membership.findMany({ where: { workspaceId }, orderBy: { role: "asc" } })).map(({ role }) => role);

describe("the last owner", () => {
  it("cannot leave, be made less or hand over to somebody suspended", async () => {
    const owner = await makeOwner();
    const suspended = await makeMember(owner.workspaceId, "owner");
    const words = "This is the last owner";
    await suspendUser(suspended.user, null, now);
    await expect(leaveWorkspace(await workspaceOf(owner, "analyst"), now)).rejects.toThrow(words);
    await expect(changeMember(await member(owner, owner), unlimited("admin"))).rejects.toThrow(words);
    const heir = present(
      await findMemberFor(owner.actor, { workspaceId: owner.workspaceId, userId: suspended.user.id }, "owner"),
    );
    await expect(transferOwnership(heir)).rejects.toThrow(words);
    await removeMember(await member(owner, suspended), now);
    expect(await rolesIn(owner)).toEqual(["owner"]);
  });

  it.each(["leave", "go by each other's hand", "close their accounts or leave"])(
    "stays when all of them %s at once",
    async (how) => {
      const first = await makeOwner();
      const owners = [
        first,
        await makeMember(first.workspaceId, "owner"),
        await makeMember(first.workspaceId, "owner"),
      ];
      await makeMember(first.workspaceId, "analyst");
      const starts = await Promise.all(owners.map((owner, index) => goer(how, owner, owners, index)));
      const going = await atOnce("Membership", "ACCESS EXCLUSIVE", starts);
      await Promise.allSettled(going);
      const left = await db().membership.count({
        where: { workspaceId: first.workspaceId, role: "owner", user: { closedAt: null } },
      });
      expect(left).toBeGreaterThanOrEqual(1);
      expect(left).toBeLessThan(3);
    },
  );
});

describe("a member", () => {
  it("who is removed is out on the next request, with every token", async () => {
    const owner = await makeOwner();
    const editor = await makeMember(owner.workspaceId, "editor");
    const show = await makeShow(owner);
    const session = await createSession(editor.user, now);
    const upload = await createUpload(present(await findShowFor(editor.actor, show.slug, "editor")), aFile);
    expect(await findUploadAsStarter(upload.id)).not.toBeNull();
    await removeMember(await member(owner, editor), now);
    const actor = present(await findActorBySession(session.id, now));
    expect(await findShowFor(actor, show.slug, "analyst")).toBeNull();
    expect(await findWorkspaceFor(actor, owner.workspaceId, "analyst")).toBeNull();
    expect(await findActorByToken(editor.token, now)).toBeNull();
    expect(await findUploadAsStarter(upload.id)).toBeNull();
    await db().membership.create({ data: { userId: editor.user.id, workspaceId: owner.workspaceId, role: "editor" } });
    expect(await findActorByToken(editor.token, now)).toBeNull();
  });

  it("who is made less may do less on the next request, by token too", async () => {
    const owner = await makeOwner();
    const editor = await makeMember(owner.workspaceId, "editor");
    const show = await makeShow(owner);
    await changeMember(await member(owner, editor), unlimited("analyst"));
    const byToken = present(await findActorByToken(editor.token, now));
    expect(await findShowFor(byToken, show.slug, "editor")).toBeNull();
    expect(await findShowFor(byToken, show.slug, "analyst")).not.toBeNull();
  });

  it("is changed by an admin as far as an admin reaches", async () => {
    const owner = await makeOwner();
    const [admin, editor] = [
      await makeMember(owner.workspaceId, "admin"),
      await makeMember(owner.workspaceId, "editor"),
    ];
    const words = "Only an owner";
    await changeMember(await member(admin, editor), unlimited("admin"));
    await expect(changeMember(await member(admin, editor), unlimited("owner"))).rejects.toThrow(words);
    await expect(changeMember(await member(admin, owner), unlimited("editor"))).rejects.toThrow(words);
    await expect(removeMember(await member(admin, owner), now)).rejects.toThrow(words);
    expect(
      await findMemberFor(
        editor.actor,
        { workspaceId: (await makeOwner()).workspaceId, userId: owner.user.id },
        "analyst",
      ),
    ).toBeNull();
  });

  it("whose own role is taken away in between changes nobody", async () => {
    const owner = await makeOwner();
    const [admin, editor] = [
      await makeMember(owner.workspaceId, "admin"),
      await makeMember(owner.workspaceId, "editor"),
    ];
    const found = await member(admin, editor);
    await changeMember(await member(owner, admin), unlimited("editor"));
    await expect(removeMember(found, now)).rejects.toThrow("Your own role");
    expect(await rolesIn(owner)).toEqual(["editor", "editor", "owner"]);
  });

  it("is given the workspace in one step", async () => {
    const owner = await makeOwner();
    const heir = await makeLimitedMember(owner.workspaceId, "editor", [(await makeShow(owner)).id]);
    const key = { workspaceId: owner.workspaceId, userId: heir.user.id };
    await transferOwnership(present(await findMemberFor(owner.actor, key, "owner")));
    const members = await listMembers(await workspaceOf(heir, "owner"));
    expect(members.map(({ userId, role, limitedTo }) => ({ userId, role, limitedTo }))).toEqual([
      { userId: heir.user.id, role: "owner", limitedTo: null },
      { userId: owner.user.id, role: "admin", limitedTo: null },
    ]);
  });
});

describe("a member who is limited", () => {
  let owner: Person;
  let editor: Person;
  let open: Awaited<ReturnType<typeof makeShow>>;
  let closed: Awaited<ReturnType<typeof makeShow>>;
  beforeAll(async () => {
    owner = await makeOwner();
    [open, closed] = [await makeShow(owner, { title: "Open" }), await makeShow(owner, { title: "Closed" })];
    editor = await makeLimitedMember(owner.workspaceId, "editor", [open.id]);
  });

  it("finds and counts their shows alone, and what is in them", async () => {
    const actor = inBrowser(editor);
    const { lines, total } = await listShowLines(actor, { page: 1 }, now);
    expect([total, ...lines.map(({ title }) => title)]).toEqual([1, "Open"]);
    expect(await findShowFor(actor, open.slug, "editor")).not.toBeNull();
    expect(await findShowFor(actor, closed.slug, "analyst")).toBeNull();
    expect(await findMediaFor(actor, (await makeAudio(open)).id, "editor")).not.toBeNull();
    expect(await findMediaFor(actor, (await makeAudio(closed)).id, "analyst")).toBeNull();
    const line = (await listWorkspaceLines(actor)).find(({ id }) => id === owner.workspaceId);
    expect(line).toMatchObject({ role: "editor", shows: 1, members: 2 });
  });

  it("has no more of it by a token, and makes no show", async () => {
    const byToken = present(await findActorByToken(editor.token, now));
    expect(await findShowFor(byToken, closed.slug, "analyst")).toBeNull();
    expect(await findWorkspaceFor(byToken, owner.workspaceId, "admin")).toBeNull();
  });

  it("reaches all again when the limit is lifted, and none of another workspace's", async () => {
    const theirs = await makeShow(await makeOwner());
    const words = "no longer here";
    await expect(changeMember(await member(owner, editor), { role: "editor", limitedTo: [theirs.id] })).rejects.toThrow(
      words,
    );
    await changeMember(await member(owner, editor), unlimited("editor"));
    expect(await findShowFor(editor.actor, closed.slug, "editor")).not.toBeNull();
  });
});

it("a workspace's room is the plan's, or what the house admin allows it instead", async () => {
  const owner = await makeOwner();
  const before = await usageOf(await workspaceOf(owner, "analyst"));
  await db().workspace.update({
    where: { id: owner.workspaceId },
    data: { maxBytes: 5n, bytesStored: 2n, bytesReserved: 1n },
  });
  expect(await usageOf(await workspaceOf(owner, "analyst"))).toEqual({ ...before, bytes: 3n, maxBytes: 5n });
});

/** One of several owners who all go at the same moment. */
async function goer(how: string, owner: Person, owners: Person[], index: number): Promise<() => Promise<unknown>> {
  const workspace = await workspaceOf(owner, "analyst");
  if (how === "leave") return () => leaveWorkspace(workspace, now);
  if (how === "close their accounts or leave")
    return index === 0 ? () => closeAccount(owner.user, "ten letters", now) : () => leaveWorkspace(workspace, now);
  const next = await member(owner, owners[(index + 1) % owners.length] ?? owner);
  return () => changeMember(next, unlimited("editor"));
}
