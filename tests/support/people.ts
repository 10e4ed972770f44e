import { randomUUID } from "node:crypto";
import { type Actor, asHouseAdmin, type HouseAdmin } from "@/lib/accounts/actor";
import { addUser } from "@/lib/accounts/new-users";
import { hashSecret, newSecret } from "@/lib/accounts/secrets";
import { db } from "@/lib/platform/db";
import type { Role, User } from "@/prisma/generated/client";

/** Somebody with a role in a workspace, as a program that holds their token. */
export type Person = { user: User; workspaceId: string; actor: Actor; token: string };

/** What `hashPassword` made of "ten letters". */
const hashOfTenLetters =
  "$argon2id$v=19$m=19456,t=2,p=1$XKRnces6eD/R10IMhtfllA$JQTR+GJa8OqOamS3Wg3NQZ6EZYxGvjh7acFhEZjvErc";

/** A new user, alone in a workspace of their own. */
export async function makeOwner(fields: { name?: string; admin?: boolean } = {}): Promise<Person> {
  const { user, workspace } = await makeUser(fields);
  return inWorkspace(user, workspace.id);
}

/** A new house admin, signed in with a browser. */
export async function makeHouseAdmin(): Promise<HouseAdmin> {
  const { user } = await makeUser({ admin: true });
  const admin = asHouseAdmin({ user, workspaceId: null, via: "session" });
  if (!admin) throw new Error("Whoever was made a house admin is none.");
  return admin;
}

/** A new user who also has a role in somebody else's workspace. */
export async function makeMember(workspaceId: string, role: Role, name?: string): Promise<Person> {
  const { user } = await makeUser({ name });
  await db().membership.create({ data: { userId: user.id, workspaceId, role } });
  return inWorkspace(user, workspaceId);
}

/** A new user who has a role over some shows of a workspace, and reaches no others of it. */
export async function makeLimitedMember(workspaceId: string, role: "analyst" | "editor", showIds: string[]) {
  const { user } = await makeUser({});
  const shows = { create: showIds.map((showId) => ({ showId })) };
  await db().membership.create({ data: { userId: user.id, workspaceId, role, limited: true, shows } });
  return inWorkspace(user, workspaceId);
}

/** Room for `maxBytes` in all and `maxFileBytes` for one file. */
export async function limit(workspaceId: string, maxBytes: number, maxFileBytes = maxBytes): Promise<void> {
  const plan = { name: randomUUID(), maxBytes: BigInt(maxBytes), maxFileBytes: BigInt(maxFileBytes) };
  await db().workspace.update({ where: { id: workspaceId }, data: { plan: { create: plan } } });
}

/** As `createUser` makes them, but for the password's hash, which takes a core's 20 ms, and the event of the audit log. */
function makeUser({ name, admin = false }: { name?: string; admin?: boolean }) {
  const id = randomUUID();
  const facts = { isHouseAdmin: admin, emailVerifiedAt: new Date(), passwordHash: hashOfTenLetters };
  return db().$transaction((tx) => addUser(tx, { email: `${id}@example.org`, name: name ?? id, ...facts }));
}

async function inWorkspace(user: User, workspaceId: string): Promise<Person> {
  const token = newSecret("lw");
  await db().apiToken.create({ data: { userId: user.id, workspaceId, name: "tests", hash: hashSecret(token) } });
  return { user, workspaceId, token, actor: { user, workspaceId, via: "token" } };
}
