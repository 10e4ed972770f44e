import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { HouseAdmin } from "@/lib/accounts/actor";
import { type AccountQuestion, accountOrders, listAccounts } from "@/lib/accounts/admin-accounts";
import { listWorkspaces, type WorkspaceQuestion, workspaceOrders } from "@/lib/accounts/admin-workspaces";
import { suspendUser } from "@/lib/accounts/mutations";
import { db } from "@/lib/platform/db";
import { useDatabase } from "@/tests/support/database";
import { limit, makeHouseAdmin, makeOwner } from "@/tests/support/people";

useDatabase();

const now = new Date();
let admin: HouseAdmin;

beforeAll(async () => {
  admin = await makeHouseAdmin();
  // 120 of one name and one date: only the id keeps them apart.
  await db().user.createMany({
    data: Array.from({ length: 120 }, (_, n) => ({ email: `same${n}@many.example`, name: "Same", createdAt: now })),
  });
  const { id: planId } = await db().plan.findFirstOrThrow();
  await db().workspace.createMany({
    data: Array.from({ length: 120 }, () => ({ name: "Same", planId, createdAt: now })),
  });
});

const accounts = (question: Partial<AccountQuestion>) =>
  listAccounts(admin, { search: "", filter: null, order: "newest", reversed: false, page: 1, ...question });

const workspaces = (question: Partial<WorkspaceQuestion>) =>
  listWorkspaces(admin, { search: "", plan: null, filter: null, order: "size", reversed: false, page: 1, ...question });

describe("the list of accounts", () => {
  it.each(accountOrders)(
    "by %s has everybody once over its pages, and turned round the other way round",
    async (order) => {
      const ids = async (reversed: boolean) => {
        const pages = [1, 2, 3, 4].map((page) => accounts({ search: "@many.example", order, reversed, page }));
        return (await Promise.all(pages)).flatMap(({ lines }) => lines.map(({ id }) => id));
      };
      const [there, back] = [await ids(false), await ids(true)];
      expect(new Set(there).size).toBe(120);
      expect(back).toEqual(there.toReversed());
    },
  );

  it("finds parts of addresses and names, whatever their case, and takes wildcards as they stand", async () => {
    const { user } = await makeOwner({ name: "100% Ärger" });
    const found = async (search: string) => (await accounts({ search })).lines.map(({ id }) => id);
    for (const search of ["% ärger", "100%", user.email.slice(3, 20).toUpperCase()])
      expect(await found(search)).toEqual([user.id]);
    expect(await found("%%")).toEqual([]);
    expect(await found("'; DROP TABLE")).toEqual([]);
  });

  it("counts and shows those of a filter", async () => {
    const { user } = await makeOwner();
    await suspendUser(user, "Spam.", now);
    const { lines, counts, total } = await accounts({ filter: "suspended" });
    expect(lines.map(({ id }) => id)).toContain(user.id);
    expect(lines.every(({ suspendedAt }) => suspendedAt)).toBe(true);
    expect([counts.suspended, counts.all]).toEqual([total, await db().user.count()]);
    expect((await accounts({ filter: "unverified" })).total).toBe(120);
    expect((await accounts({ filter: "admins" })).lines.map(({ id }) => id)).toEqual([admin.user.id]);
  });

  it("knows what each owns and when they were seen", async () => {
    const { user, workspaceId } = await makeOwner();
    await db().workspace.update({ where: { id: workspaceId }, data: { bytesStored: 5_000_000_000_000n } });
    await db().session.create({ data: { userId: user.id, expiresAt: now, lastUsedAt: now } });
    const [most] = (await accounts({ order: "stored" })).lines;
    const [last] = (await accounts({ order: "seen" })).lines;
    expect(most).toMatchObject({ id: user.id, bytes: 5_000_000_000_000n, shows: 0 });
    expect(last).toMatchObject({ id: user.id, seenAt: now });
  });

  it("is empty beyond its last page", async () => {
    expect((await accounts({ page: 100_000 })).lines).toEqual([]);
  });
});

describe("the list of workspaces", () => {
  it.each(workspaceOrders)("by %s has each once over its pages", async (order) => {
    const pages = [1, 2, 3].map((page) => workspaces({ search: "same", order, page }));
    const ids = (await Promise.all(pages)).flatMap(({ lines }) => lines.map(({ id }) => id));
    expect(ids.length).toBe(120);
    expect(new Set(ids).size).toBe(120);
  });

  it("knows which are over nine tenths of their room, by their own size where they have one", async () => {
    const [full, spared] = [await makeOwner(), await makeOwner()];
    for (const { workspaceId } of [full, spared]) {
      await limit(workspaceId, 1000);
      await db().workspace.update({ where: { id: workspaceId }, data: { bytesStored: 901 } });
    }
    await db().workspace.update({ where: { id: spared.workspaceId }, data: { maxBytes: 10_000n } });
    const ids = (await workspaces({ filter: "full" })).lines.map(({ id }) => id);
    expect(ids).toContain(full.workspaceId);
    expect(ids).not.toContain(spared.workspaceId);
    expect((await workspaces({ filter: "own" })).lines.map(({ id }) => id)).toEqual([spared.workspaceId]);
  });

  it("finds by name, member and plan", async () => {
    const { user, workspaceId } = await makeOwner({ name: randomUUID() });
    await limit(workspaceId, 1000);
    const { planId } = await db().workspace.findUniqueOrThrow({ where: { id: workspaceId } });
    for (const question of [{ search: user.name }, { search: user.email }, { plan: planId }])
      expect((await workspaces(question)).lines).toMatchObject([{ id: workspaceId, owner: user.email, members: 1 }]);
    expect((await workspaces({ plan: "nonsense" })).total).toBeGreaterThan(100);
  });
});
