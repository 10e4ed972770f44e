import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { signIn } from "@/app/(auth)/sign-in/actions";
import { signOut } from "@/app/(auth)/sign-out/actions";
import { signUp } from "@/app/(auth)/sign-up/actions";
import { suspendUser } from "@/lib/accounts/mutations";
import { DomainError } from "@/lib/platform/errors";
import { action, openAction } from "@/lib/web/action";
import { currentActor, requireSignedIn } from "@/lib/web/session";
import { form, freshBrowser, sends } from "@/tests/support/browser-request";
import { useDatabase } from "@/tests/support/database";
import { makeOwner } from "@/tests/support/people";

useDatabase();

vi.mock("next/headers", async () => (await import("@/tests/support/browser-request")).nextHeaders());

beforeEach(() => freshBrowser());

const named = z.object({
  name: z.string().min(3, "must have at least 3 letters"),
  tags: z.array(z.string()).optional(),
});
const ran = vi.fn(async ({ name }: { name: string }) => ({ name }));

describe("an action", () => {
  const save = openAction(named, ran);

  it("gets its fields by the schema and gives its values", async () => {
    expect(await save(null, form({ name: "abc", tags: ["a", "b"], $ACTION_ID_x: "" }))).toEqual({
      ok: true,
      values: { name: "abc" },
    });
    expect(ran).toHaveBeenLastCalledWith({ name: "abc", tags: ["a", "b"] }, expect.anything());
  });

  it("says beside each field what is wrong with it", async () => {
    expect(await save(null, form({ name: "a" }))).toEqual({
      ok: false,
      errors: { name: "Must have at least 3 letters." },
      sentence: "Some fields need a look.",
      values: { name: "a" },
    });
  });

  it("says of a character that no database keeps which field holds it", async () => {
    ran.mockClear();
    expect(await save(null, form({ name: "abc\0", tags: ["a"] }))).toMatchObject({
      ok: false,
      errors: { name: "Holds a character that cannot be kept." },
    });
    expect(ran).not.toHaveBeenCalled();
  });

  it("gives back what was typed for a form without script, but no secret", async () => {
    const answer = await save(null, form({ name: "a", password: "ten letters", token: "lwm_x", code: "123456" }));
    expect(answer).toMatchObject({ values: { name: "a" } });
    for (const secret of ["ten letters", "lwm_x", "123456"]) expect(JSON.stringify(answer)).not.toContain(secret);
  });

  it("turns a refusal into its sentence, and lets a bug be one", async () => {
    const refuse = openAction(z.object({}), async () => Promise.reject(new DomainError("conflict", "Taken.")));
    expect(await refuse(null, form({}))).toMatchObject({ ok: false, errors: {}, sentence: "Taken." });
    const broken = openAction(z.object({}), async () => Promise.reject(new TypeError("bug")));
    await expect(broken(null, form({}))).rejects.toThrow("bug");
  });

  it.each([null, "null", "http://evil.example"])("from the origin %j does nothing", async (origin) => {
    freshBrowser(origin);
    sends("x-forwarded-host", "localhost:3000");
    ran.mockClear();
    expect(await save(null, form({ name: "abc" }))).toMatchObject({ ok: false });
    expect(ran).not.toHaveBeenCalled();
  });

  it("for whoever is signed in leads others to sign in, and back to where they were", async () => {
    sends("x-longwave-path", "/studio/a-show?page=2");
    const save = action(named, ran);
    ran.mockClear();
    await expect(save(null, form({ name: "abc" }))).rejects.toMatchObject(
      redirectTo("/sign-in?next=%2Fstudio%2Fa-show%3Fpage%3D2"),
    );
    expect(ran).not.toHaveBeenCalled();
  });
});

describe("a browser", () => {
  it("that signs up is signed in, and out again by the button", async () => {
    const email = `${randomUUID()}@example.org`;
    await expect(signUp(null, form({ email, password: "ten letters" }))).rejects.toMatchObject(redirectTo("/studio"));
    expect((await currentActor())?.user.email).toBe(email);
    await expect(signOut(null, form({}))).rejects.toMatchObject(redirectTo("/sign-in"));
    expect(await currentActor()).toBeNull();
  });

  it("that signs in is led where it was going, within this house", async () => {
    const { user } = await makeOwner();
    const enter = (next: string) => signIn(null, form({ email: user.email, password: "ten letters", next }));
    await expect(enter("/studio/tokens")).rejects.toMatchObject(redirectTo("/studio/tokens"));
    await expect(enter("//evil.example")).rejects.toMatchObject(redirectTo("/studio"));
    expect((await requireSignedIn()).user.id).toBe(user.id);
  });

  it("with a wrong password reads why, and has no session", async () => {
    const { user } = await makeOwner();
    const answer = await signIn(null, form({ email: user.email, password: "wrong" }));
    expect(answer).toMatchObject({ ok: false, sentence: expect.stringContaining("do not belong together") });
    expect(await currentActor()).toBeNull();
  });

  it("is out at once when its user is suspended", async () => {
    const { user } = await makeOwner();
    await signIn(null, form({ email: user.email, password: "ten letters" })).catch(() => {});
    expect(await currentActor()).not.toBeNull();
    await suspendUser(user, null, new Date());
    expect(await currentActor()).toBeNull();
  });
});

const redirectTo = (path: string) => ({ digest: expect.stringContaining(`;${path};`) });
