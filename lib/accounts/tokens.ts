import { type Actor, type Granted, grant } from "@/lib/accounts/actor";
import { inGoodStanding } from "@/lib/accounts/good-standing";
import { db } from "@/lib/platform/db";
import { isUuid } from "@/lib/platform/uuid";
import type { ApiToken } from "@/prisma/generated/client";

export type OwnToken = Pick<ApiToken, "id" | "name" | "createdAt" | "lastUsedAt"> & { workspace: string };

/** The tokens that act as the actor and still open something, newest first. Neither the secret nor its hash is among it. */
export async function listOwnTokens(actor: Actor): Promise<OwnToken[]> {
  const tokens = await db().apiToken.findMany({
    where: ownedBy(actor),
    select: { id: true, name: true, createdAt: true, lastUsedAt: true, workspace: { select: { name: true } } },
    orderBy: { id: "desc" },
  });
  return tokens.map(({ workspace, ...token }) => ({ ...token, workspace: workspace.name }));
}

/** A token that acts as the actor: whoever it speaks for may end it, whatever their role. */
export async function findOwnToken(actor: Actor, id: string): Promise<Granted<ApiToken, "owner"> | null> {
  if (!isUuid(id)) return null;
  const token = await db().apiToken.findFirst({ where: { AND: [{ id }, ownedBy(actor)] } });
  return token && grant(token, actor, "owner");
}

const ownedBy = (actor: Actor) => ({
  userId: actor.user.id,
  revokedAt: null,
  user: inGoodStanding,
  ...(actor.workspaceId && { workspaceId: actor.workspaceId }),
});
