import { randomUUID } from "node:crypto";
import { type Actor, asHouseAdmin, type HouseAdmin } from "@/lib/accounts/actor";
import { createUser } from "@/lib/accounts/mutations";
import { newUserSchema } from "@/lib/accounts/schema";
import { hashSecret, newSecret } from "@/lib/accounts/secrets";
import { db } from "@/lib/platform/db";
import type { Role, User } from "@/prisma/generated/client";

/** Somebody with a role in a workspace, as a program that holds their token. */
export type Person = { user: User; workspaceId: string; actor: Actor; token: string };

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

const makeUser = (fields: { name?: string; admin?: boolean }) =>
  createUser(
    newUserSchema.parse({ email: `${randomUUID()}@example.org`, password: "ten letters", ...fields }),
    new Date(),
  );

async function inWorkspace(user: User, workspaceId: string): Promise<Person> {
  const token = newSecret("lw");
  await db().apiToken.create({ data: { userId: user.id, workspaceId, name: "tests", hash: hashSecret(token) } });
  return { user, workspaceId, token, actor: { user, workspaceId, via: "token" } };
}
