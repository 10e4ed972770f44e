import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/accounts/actor";
import { changeAddress, confirmAddress } from "@/lib/accounts/address-mutations";
import { closeAccount, closeUser, reopenUser } from "@/lib/accounts/closing-mutations";
import { renewRecoveryCodes, turnOffSecondStep, turnOnSecondStep } from "@/lib/accounts/factor-mutations";
import { offerTotp } from "@/lib/accounts/factors";
import { makeMailedSecret } from "@/lib/accounts/mailed-secrets";
import { addPasskey, removePasskey, signInByPasskey } from "@/lib/accounts/passkey-mutations";
import { changeProfile } from "@/lib/accounts/profile-mutations";
import { signIn, takeSecondStep } from "@/lib/accounts/sign-in-mutations";
import { eraseClosed } from "@/lib/accounts/sweep";
import { db } from "@/lib/platform/db";
import { appCode, withSecondStep } from "@/tests/support/factors";
import { newPasskey, registered } from "@/tests/support/passkeys";
import { makeOwner, makeHouseAdmin as newHouseAdmin, type Person } from "@/tests/support/people";

const now = new Date();
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const monthLater = minutes(31 * 24 * 60);
const moment = { userAgent: null, now };
const current = "ten letters";
const inBrowser = (owner: Person): Actor => ({ ...owner.actor, workspaceId: null, via: "session" });

type Scene = (house: { owner: Person }) => Promise<() => unknown>;

/** Sets the scene for what people do with their own account, and gives the act itself. */
export const accountScenes: Record<string, Scene> = {
  changeProfile:
    async ({ owner }) =>
    () =>
      changeProfile(inBrowser(owner), { name: "Mara", timeZone: "Europe/Berlin" }),
  changeAddress:
    async ({ owner }) =>
    () =>
      changeAddress(inBrowser(owner), { current, email: `${randomUUID()}@example.org` }, now),
  confirmAddress: async ({ owner }) => {
    const newEmail = `${randomUUID()}@example.org`;
    const { token } = await db().$transaction((tx) => makeMailedSecret(tx, owner.user, "addressChange", now, newEmail));
    return () => confirmAddress(token, now);
  },
  turnOnSecondStep: async ({ owner }) => {
    const { secret, sealed } = await offerTotp(inBrowser(owner));
    return () => turnOnSecondStep(inBrowser(owner), { offer: sealed, code: appCode(secret, now) }, now);
  },
  turnOffSecondStep: async ({ owner }) => {
    await withSecondStep(inBrowser(owner), now);
    return () => turnOffSecondStep(inBrowser(owner), current);
  },
  renewRecoveryCodes: async ({ owner }) => {
    await withSecondStep(inBrowser(owner), now);
    return () => renewRecoveryCodes(inBrowser(owner), current);
  },
  takeSecondStep: async ({ owner }) => {
    const { secret } = await withSecondStep(inBrowser(owner), now);
    const entrance = await signIn({ email: owner.user.email, password: current }, moment);
    if (entrance.to !== "second step") throw new Error(`It led to the ${entrance.to}.`);
    const { ticket } = entrance;
    return () => takeSecondStep(ticket, appCode(secret, minutes(1)), { ...moment, now: minutes(1) });
  },
  addPasskey: async ({ owner }) => {
    const { answer } = await newPasskey(inBrowser(owner), now);
    return () => addPasskey(inBrowser(owner), { name: "laptop", answer }, now);
  },
  removePasskey: async ({ owner }) => {
    const { passkey } = await registered(inBrowser(owner), now);
    return () => removePasskey(inBrowser(owner), passkey);
  },
  signInByPasskey: async ({ owner }) => {
    const { authenticator } = await registered(inBrowser(owner), now);
    const answer = await authenticator.answer(now);
    return () => signInByPasskey(answer, moment);
  },
  closeAccount:
    async ({ owner }) =>
    () =>
      closeAccount(owner.user, current, now),
  eraseClosed: async ({ owner }) => {
    await eraseClosed(monthLater);
    await closeAccount(owner.user, current, now);
    return () => eraseClosed(monthLater);
  },
};

/** What a house admin does about somebody's closing. */
export const closingScenes: Record<string, () => Promise<() => unknown>> = {
  closeUser: async () => {
    const [admin, { user }] = [await newHouseAdmin(), await makeOwner()];
    return () => closeUser(admin, user, now);
  },
  reopenUser: async () => {
    const [admin, { user }] = [await newHouseAdmin(), await makeOwner()];
    await closeAccount(user, current, now);
    return () => reopenUser(admin, user, now);
  },
};
