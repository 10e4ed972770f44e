import { randomUUID } from "node:crypto";
import {
  beginLook,
  mailResetLink,
  makeHouseAdmin,
  makeResetLink,
  signOutUser,
  turnOffSecondFactor,
  unmakeHouseAdmin,
  verifyByHand,
} from "@/lib/accounts/admin-mutations";
import { changeAllowance, changePlan, createPlan, deletePlan, makePlanDefault } from "@/lib/accounts/plan-mutations";
import { createSession } from "@/lib/accounts/sessions";
import { db } from "@/lib/platform/db";
import { makeOwner, makeHouseAdmin as newHouseAdmin } from "@/tests/support/people";

const now = new Date();
const sizes = { maxBytes: 10n ** 12n, maxFileBytes: 10n ** 10n, maxShows: null, maxMembers: null };

const newPlan = () => db().plan.create({ data: { name: randomUUID(), ...sizes } });

/** Sets the scene for what only a house admin does, and gives the act itself. */
export const adminPeopleScenes: Record<string, () => Promise<() => unknown>> = {
  verifyByHand: async () => {
    const [admin, { user }] = [await newHouseAdmin(), await makeOwner()];
    await db().user.update({ where: { id: user.id }, data: { emailVerifiedAt: null } });
    return () => verifyByHand(admin, user, now);
  },
  makeResetLink: async () => {
    const [admin, { user }] = [await newHouseAdmin(), await makeOwner()];
    return () => makeResetLink(admin, user, now);
  },
  mailResetLink: async () => {
    const [admin, { user }] = [await newHouseAdmin(), await makeOwner()];
    return () => mailResetLink(admin, user);
  },
  signOutUser: async () => {
    const [admin, { user }] = [await newHouseAdmin(), await makeOwner()];
    await createSession(user, now);
    return () => signOutUser(admin, user, now);
  },
  turnOffSecondFactor: async () => {
    const [admin, { user }] = [await newHouseAdmin(), await makeOwner()];
    await db().user.update({ where: { id: user.id }, data: { totpSecret: "sealed", totpEnabledAt: now } });
    return () => turnOffSecondFactor(admin, user);
  },
  makeHouseAdmin: async () => {
    const [admin, { user }] = [await newHouseAdmin(), await makeOwner()];
    return () => makeHouseAdmin(admin, user);
  },
  unmakeHouseAdmin: async () => {
    const [admin, other] = [await newHouseAdmin(), await newHouseAdmin()];
    return () => unmakeHouseAdmin(admin, other.user);
  },
  beginLook: async () => {
    const [admin, { user }] = [await newHouseAdmin(), await makeOwner()];
    return () => beginLook(admin, user, "They wrote that an episode is missing.");
  },
  createPlan: async () => {
    const admin = await newHouseAdmin();
    return () => createPlan(admin, { name: randomUUID(), ...sizes });
  },
  changePlan: async () => {
    const [admin, plan] = [await newHouseAdmin(), await newPlan()];
    return () => changePlan(admin, plan, { ...sizes, name: plan.name, maxShows: 3 });
  },
  makePlanDefault: async () => {
    const [admin, plan] = [await newHouseAdmin(), await newPlan()];
    return () => makePlanDefault(admin, plan);
  },
  deletePlan: async () => {
    const [admin, plan] = [await newHouseAdmin(), await newPlan()];
    return () => deletePlan(admin, plan);
  },
  changeAllowance: async () => {
    const [admin, plan, { workspaceId }] = [await newHouseAdmin(), await newPlan(), await makeOwner()];
    return () => changeAllowance(admin, { id: workspaceId }, { plan: plan.id, maxBytes: 5n, maxFileBytes: null });
  },
};
