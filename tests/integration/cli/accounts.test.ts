import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { findActorByToken } from "@/lib/accounts/queries";
import { databaseUrl, db } from "@/lib/platform/db";
import { longwave, settingsFor } from "@/tests/support/command-line";
import { useDatabase } from "@/tests/support/database";
import { makeOwner } from "@/tests/support/people";
import { usualSettings } from "@/tests/support/stores";

useDatabase();

let address: string;
beforeAll(() => {
  address = databaseUrl();
});

const run = async (...args: string[]) => longwave(args, settingsFor(address, await usualSettings()));
const someone = () => `${randomUUID()}@example.org`;
const password = "correct horse 9";

it("longwave token create refuses a user who owns no workspace, in a sentence", async () => {
  const { email } = (await makeOwner()).user;
  await db().membership.deleteMany({ where: { user: { email } } });
  const { code, line } = await run("token", "create", "--email", email, "--name", "script");
  expect([code, line.error?.code]).toEqual([1, "conflict"]);
  expect(line.error?.message).toContain("owns no workspace");
});

describe("longwave user", () => {
  it("create makes a verified user with a workspace, and an admin when asked; its event names the command line", async () => {
    const email = someone();
    const { code, line } = await run(
      "user",
      "create",
      "--email",
      email.toUpperCase(),
      "--password",
      password,
      "--admin",
    );
    const user = await db().user.findUniqueOrThrow({ where: { email }, include: { memberships: true } });
    expect(code).toBe(0);
    expect(line).toMatchObject({ user: { id: user.id, email, admin: true } });
    expect(user.emailVerifiedAt).not.toBeNull();
    expect(user.isHouseAdmin).toBe(true);
    expect(user.memberships).toMatchObject([{ role: "owner" }]);
    const events = await db().auditEvent.findMany({ where: { targetId: user.id } });
    expect(events).toMatchObject([{ act: "createUser", via: "command line", actorId: null }]);
    expect(JSON.stringify(events)).not.toContain(password);
  });

  it("create refuses an address that is taken, and says so", async () => {
    const { email } = (await makeOwner()).user;
    const { code, line, words } = await run("user", "create", "--email", email, "--password", password);
    expect([code, line.error?.code]).toEqual([1, "conflict"]);
    expect(words).toContain(line.error?.message);
  });

  it("suspend ends tokens and hides the workspace, restore shows it again", async () => {
    const { email } = (await makeOwner()).user;
    const { token } = (await run("token", "create", "--email", email, "--name", "phone")).line;
    expect(await findActorByToken(String(token), new Date())).toMatchObject({ user: { email } });

    const suspended = await run("user", "suspend", "--email", email, "--reason", "spam");
    const user = await db().user.findUniqueOrThrow({ where: { email } });
    expect(suspended.line).toMatchObject({ user: { email, suspendedAt: user.suspendedAt?.toISOString() } });
    expect(user.suspensionReason).toBe("spam");
    expect(await findActorByToken(String(token), new Date())).toBeNull();
    expect((await run("token", "create", "--email", email, "--name", "phone")).line.error?.code).toBe("conflict");

    expect((await run("user", "restore", "--email", email)).line).toMatchObject({ user: { email, suspendedAt: null } });
    expect(await db().workspace.count({ where: { memberships: { some: { userId: user.id } }, hiddenAt: null } })).toBe(
      1,
    );
  });

  it.each(["suspend", "restore"])("%s of an unknown address is refused", async (verb) => {
    const { code, line } = await run("user", verb, "--email", someone());
    expect([code, line.error?.code]).toEqual([1, "not-found"]);
  });
});
