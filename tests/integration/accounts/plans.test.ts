import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { HouseAdmin } from "@/lib/accounts/actor";
import { changeAllowance, changePlan, createPlan, deletePlan, makePlanDefault } from "@/lib/accounts/plan-mutations";
import { planSchema } from "@/lib/accounts/plan-schema";
import { createUpload } from "@/lib/media/mutations";
import { db } from "@/lib/platform/db";
import { deleteShow, restoreShow } from "@/lib/shows/mutations";
import { findDeletedShowFor } from "@/lib/shows/queries";
import { useDatabase } from "@/tests/support/database";
import { makeHouseAdmin, makeOwner } from "@/tests/support/people";
import { makeShow, present } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

useDatabase();
useStore();

let admin: HouseAdmin;
beforeAll(async () => {
  admin = await makeHouseAdmin();
});

const fields = () => ({
  name: randomUUID(),
  maxBytes: 10n ** 12n,
  maxFileBytes: 10n ** 10n,
  maxShows: null,
  maxMembers: null,
});
const onPlan = (workspaceId: string, plan: string, own: { maxBytes?: bigint; maxFileBytes?: bigint } = {}) =>
  changeAllowance(admin, { id: workspaceId }, { plan, maxBytes: null, maxFileBytes: null, ...own });

describe("a plan", () => {
  it("is read from what people type", () => {
    const typed = { name: " Small ", maxBytes: "10 GB", maxFileBytes: "500 MB", maxShows: "3", maxMembers: "" };
    expect(planSchema.parse(typed)).toEqual({
      ...{
        name: "Small",
        maxBytes: 10n ** 10n,
        maxFileBytes: 5n * 10n ** 8n,
        maxShows: 3,
        maxMembers: null,
      },
    });
    for (const wrong of [
      { maxBytes: "10" },
      { maxBytes: "0 GB" },
      { maxBytes: "1001 PB" },
      { maxShows: "0" },
      { maxMembers: "x" },
    ])
      expect(planSchema.safeParse({ ...typed, ...wrong }).success).toBe(false);
  });

  it("has a name that no other has", async () => {
    const [one, other] = [await createPlan(admin, fields()), await createPlan(admin, fields())];
    await expect(createPlan(admin, { ...fields(), name: one.name })).rejects.toMatchObject({ code: "invalid" });
    await expect(changePlan(admin, other, { ...fields(), name: one.name })).rejects.toMatchObject({ code: "invalid" });
    await changePlan(admin, one, { ...fields(), name: one.name });
  });

  it("is the one default, and new workspaces begin on it", async () => {
    const plans = [await createPlan(admin, fields()), await createPlan(admin, fields())];
    await Promise.all(plans.map((plan) => makePlanDefault(admin, plan)));
    const defaults = await db().plan.findMany({ where: { isDefault: true } });
    expect(defaults.length).toBe(1);
    const { workspaceId } = await makeOwner();
    const { planId } = await db().workspace.findUniqueOrThrow({ where: { id: workspaceId } });
    expect(planId).toBe(defaults[0]?.id);
  });

  it("is not deleted while it is the default or a workspace is on it", async () => {
    const [used, free] = [await createPlan(admin, fields()), await createPlan(admin, fields())];
    const { workspaceId } = await makeOwner();
    await onPlan(workspaceId, used.id);
    await expect(deletePlan(admin, used)).rejects.toMatchObject({ code: "conflict" });
    const standing = await db().plan.findFirstOrThrow({ where: { isDefault: true } });
    await expect(deletePlan(admin, standing)).rejects.toMatchObject({ code: "conflict" });
    await deletePlan(admin, free);
    await expect(onPlan(workspaceId, free.id)).rejects.toMatchObject({ code: "invalid" });
  });

  it("deleted while somebody is put on it leaves nobody without a plan", async () => {
    const plan = await createPlan(admin, fields());
    const { workspaceId } = await makeOwner();
    await Promise.allSettled([deletePlan(admin, plan), onPlan(workspaceId, plan.id)]);
    await db().workspace.findUniqueOrThrow({ where: { id: workspaceId }, include: { plan: true } });
  });

  it("says how many shows there may be, undone deletions included", async () => {
    const owner = await makeOwner();
    const plan = await createPlan(admin, { ...fields(), maxShows: 1 });
    await onPlan(owner.workspaceId, plan.id);
    const show = await makeShow(owner);
    await expect(makeShow(owner)).rejects.toMatchObject({ code: "quota-used-up" });
    await deleteShow(show, new Date());
    await makeShow(owner);
    const deleted = present(await findDeletedShowFor(owner.actor, show.slug, "admin", new Date()));
    await expect(restoreShow(deleted, new Date())).rejects.toMatchObject({ code: "quota-used-up" });
  });
});

describe("a workspace's own sizes", () => {
  it("count instead of the plan's, larger or smaller", async () => {
    const owner = await makeOwner();
    const plan = await createPlan(admin, { ...fields(), maxBytes: 1000n, maxFileBytes: 100n });
    const show = await makeShow(owner);
    const upload = (size: number) => createUpload(show, { filename: "a.mp3", size, type: "audio/mpeg" });
    await onPlan(owner.workspaceId, plan.id);
    await expect(upload(101)).rejects.toMatchObject({ code: "too-large" });
    await onPlan(owner.workspaceId, plan.id, { maxFileBytes: 5000n, maxBytes: 5000n });
    await upload(3000);
    await onPlan(owner.workspaceId, plan.id, { maxFileBytes: 5000n, maxBytes: 3001n });
    await expect(upload(2)).rejects.toMatchObject({ code: "quota-used-up" });
    await upload(1);
  });
});
