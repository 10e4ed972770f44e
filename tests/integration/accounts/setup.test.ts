import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { ensureHouseAdmin } from "@/lib/accounts/mutations";
import { findActorBySession } from "@/lib/accounts/sessions";
import { setUpFacts } from "@/lib/accounts/set-up-facts";
import { canSetUp, offerSetUp, setUpHouse } from "@/lib/accounts/setup-mutations";
import { signUpMode } from "@/lib/accounts/sign-up-mode";
import { db } from "@/lib/platform/db";
import { appUrl } from "@/tests/support/app-url";
import { useDatabase } from "@/tests/support/database";
import { makeOwner } from "@/tests/support/people";

useDatabase();

const now = new Date();
const moment = { userAgent: null, now };
const wishes = (token: string) => ({
  ...{ token, email: `${randomUUID()}@example.org`, password: "ten letters" },
  signUp: "closed" as const,
});

beforeEach(async () => {
  await db().user.updateMany({ data: { isHouseAdmin: false } });
});

it("makes the house admin by its link, who is signed in and has said who may sign up", async () => {
  const session = await setUpHouse(wishes(await offerSetUp()), moment);
  expect(await findActorBySession(session.id, now)).toMatchObject({ user: { isHouseAdmin: true } });
  expect(await signUpMode()).toBe("closed");
});

it("is offered at start by a link on the terminal, where no admin is named", async () => {
  const said = await ensureHouseAdmin({ adminEmail: null, adminPassword: null }, now);
  const [, token] = /http:\/\/localhost:3000\/setup\?token=(lws_[\w-]{43})$/.exec(said) ?? [];
  expect(await canSetUp(token ?? "")).toBe(true);
});

it("happens once, even when two use the link at once", async () => {
  const token = await offerSetUp();
  const both = await Promise.allSettled([1, 2].map(() => setUpHouse(wishes(token), moment)));
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db().user.count({ where: { isHouseAdmin: true } })).toBe(1);
});

it("suggests that everybody may sign up where the house is at home on one machine, and only by invitation elsewhere", async () => {
  await db().houseSetting.deleteMany();
  expect(await setUpFacts()).toMatchObject({ signUp: "open" });
  appUrl("http://192.168.1.20:3000");
  expect(await setUpFacts()).toMatchObject({ signUp: "invitation" });
});

it("is closed by a newer link, and by an admin who was made in another way", async () => {
  const [old, token] = [await offerSetUp(), await offerSetUp()];
  expect([await canSetUp(old), await canSetUp(token), await canSetUp("lws_guess")]).toEqual([false, true, false]);
  await makeOwner({ admin: true });
  expect(await canSetUp(token)).toBe(false);
  await expect(setUpHouse(wishes(token), moment)).rejects.toMatchObject({ code: "invalid" });
});

it("keeps only a hash of the link's token", async () => {
  const token = await offerSetUp();
  expect(JSON.stringify(await db().houseSetting.findMany())).not.toContain(token);
});
