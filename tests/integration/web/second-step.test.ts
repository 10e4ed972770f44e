import { beforeEach, expect, it, vi } from "vitest";
import { signIn } from "@/app/(auth)/sign-in/actions";
import { confirmSecondStep } from "@/app/(auth)/sign-in/code/actions";
import { closeSuspendedAccount } from "@/app/(auth)/suspended/actions";
import type { Actor } from "@/lib/accounts/actor";
import { suspendUser } from "@/lib/accounts/mutations";
import { findUserByEmail } from "@/lib/accounts/queries";
import { currentActor, currentSuspended, requireSignedIn } from "@/lib/web/session";
import { owesSecondStep } from "@/lib/web/sign-in";
import { form, freshBrowser } from "@/tests/support/browser-request";
import { useDatabase } from "@/tests/support/database";
import { appCode, withSecondStep } from "@/tests/support/factors";
import { makeOwner, type Person } from "@/tests/support/people";

useDatabase();

vi.mock("next/headers", async () => (await import("@/tests/support/browser-request")).nextHeaders());

beforeEach(() => freshBrowser());

const password = "ten letters";
const inBrowser = (owner: Person): Actor => ({ ...owner.actor, workspaceId: null, via: "session" });
const redirectTo = (path: string) => ({ digest: expect.stringContaining(`;${path};`) });
const anHourAgo = () => new Date(Date.now() - 3600_000);

async function withPassword(next = "/studio/tokens") {
  const owner = await makeOwner();
  const factor = await withSecondStep(inBrowser(owner), anHourAgo());
  await expect(signIn(null, form({ email: owner.user.email, password, next }))).rejects.toMatchObject(
    redirectTo(`/sign-in/code?next=${encodeURIComponent(next)}`),
  );
  return { owner, ...factor };
}

it("a right password alone opens nothing; the code after it leads on", async () => {
  const { owner, secret } = await withPassword();
  expect(await currentActor()).toBeNull();
  expect(await owesSecondStep(new Date())).toBe(true);
  const code = appCode(secret, new Date());
  await expect(confirmSecondStep(null, form({ code, next: "/studio/tokens" }))).rejects.toMatchObject(
    redirectTo("/studio/tokens"),
  );
  expect((await requireSignedIn()).user.id).toBe(owner.user.id);
  expect(await owesSecondStep(new Date())).toBe(false);
});

it("the eleventh wrong code is refused, and the right one after it too", async () => {
  const { secret } = await withPassword();
  for (let tries = 0; tries < 10; tries += 1)
    expect(await confirmSecondStep(null, form({ code: "made up" }))).toMatchObject({
      ok: false,
      errors: { code: "Does not fit, or was used before." },
    });
  const code = appCode(secret, new Date());
  expect(await confirmSecondStep(null, form({ code }))).toMatchObject({
    ok: false,
    sentence: expect.stringContaining("too often"),
  });
  expect(await currentActor()).toBeNull();
});

it("a code without a right password before it is worth nothing", async () => {
  expect(await confirmSecondStep(null, form({ code: "123456" }))).toMatchObject({
    ok: false,
    sentence: expect.stringContaining("sign in with your password again"),
  });
});

it("whoever is suspended sees their one page, and can close the account there", async () => {
  const { user } = await makeOwner();
  await suspendUser(user, "Spam.", new Date());
  await expect(signIn(null, form({ email: user.email, password }))).rejects.toMatchObject(redirectTo("/suspended"));
  expect(await currentActor()).toBeNull();
  expect(await currentSuspended()).toMatchObject({ reason: "Spam.", user: { id: user.id } });
  await expect(requireSignedIn()).rejects.toMatchObject(redirectTo("/suspended"));
  expect(await closeSuspendedAccount(null, form({ current: "wrong" }))).toMatchObject({ ok: false });
  await expect(closeSuspendedAccount(null, form({ current: password }))).rejects.toMatchObject(
    redirectTo("/sign-in?closed=done"),
  );
  expect(await currentSuspended()).toBeNull();
  expect((await findUserByEmail(user.email))?.closedAt).toBeInstanceOf(Date);
});
