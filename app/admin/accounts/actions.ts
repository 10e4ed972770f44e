"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { findAccount } from "@/lib/accounts/admin-accounts";
import {
  mailResetLink as mailLink,
  makeHouseAdmin as makeAdmin,
  makeResetLink as makeLink,
  signOutUser,
  turnOffSecondFactor as turnOff,
  unmakeHouseAdmin as unmakeAdmin,
  verifyByHand,
} from "@/lib/accounts/admin-mutations";
import { closeUser, reopenUser } from "@/lib/accounts/closing-mutations";
import { restoreUser, suspendUser } from "@/lib/accounts/mutations";
import { reasonSchema } from "@/lib/accounts/schema";
import { adminAction } from "@/lib/web/action";

const one = { account: z.string() };
const accountSchema = z.strictObject(one);

export const suspendAccount = adminAction(
  z.strictObject({ ...one, reason: reasonSchema }),
  async ({ account: id, reason }, { admin, now }) => {
    const user = (await findAccount(admin, id)) ?? notFound();
    await suspendUser(user, reason, now, admin);
    return refreshed(id);
  },
);

export const restoreAccount = adminAction(accountSchema, async ({ account: id }, { admin, now }) => {
  const user = (await findAccount(admin, id)) ?? notFound();
  await restoreUser(user, now, admin);
  return refreshed(id);
});

export const verifyAddress = adminAction(accountSchema, async ({ account: id }, { admin, now }) => {
  const user = (await findAccount(admin, id)) ?? notFound();
  await verifyByHand(admin, user, now);
  return refreshed(id);
});

export const makeResetLink = adminAction(accountSchema, async ({ account: id }, { admin, now }) => {
  const user = (await findAccount(admin, id)) ?? notFound();
  return { link: await makeLink(admin, user, now) };
});

export const mailResetLink = adminAction(accountSchema, async ({ account: id }, { admin }) => {
  const user = (await findAccount(admin, id)) ?? notFound();
  await mailLink(admin, user);
  return {};
});

export const signOutAccount = adminAction(accountSchema, async ({ account: id }, { admin, now }) => {
  const user = (await findAccount(admin, id)) ?? notFound();
  await signOutUser(admin, user, now);
  return refreshed(id);
});

export const turnOffSecondFactor = adminAction(accountSchema, async ({ account: id }, { admin }) => {
  const user = (await findAccount(admin, id)) ?? notFound();
  await turnOff(admin, user);
  return refreshed(id);
});

export const makeHouseAdmin = adminAction(accountSchema, async ({ account: id }, { admin }) => {
  const user = (await findAccount(admin, id)) ?? notFound();
  await makeAdmin(admin, user);
  return refreshed(id);
});

export const unmakeHouseAdmin = adminAction(accountSchema, async ({ account: id }, { admin }) => {
  const user = (await findAccount(admin, id)) ?? notFound();
  await unmakeAdmin(admin, user);
  return refreshed(id);
});

export const closeAccount = adminAction(accountSchema, async ({ account: id }, { admin, now }) => {
  const user = (await findAccount(admin, id)) ?? notFound();
  await closeUser(admin, user, now);
  return refreshed(id);
});

export const reopenAccount = adminAction(accountSchema, async ({ account: id }, { admin, now }) => {
  const user = (await findAccount(admin, id)) ?? notFound();
  await reopenUser(admin, user, now);
  return refreshed(id);
});

function refreshed(id: string) {
  revalidatePath(`/admin/accounts/${id}`);
  return {};
}
