import type { z } from "zod";
import type { Granted } from "@/lib/accounts/actor";
import type { tokenNameSchema } from "@/lib/accounts/schema";
import { hashSecret, newSecret } from "@/lib/accounts/secrets";
import { record } from "@/lib/audit/record";
import { db } from "@/lib/platform/db";
import type { ApiToken, Workspace } from "@/prisma/generated/client";

/**
 * Makes a token that acts as whoever found the workspace, in it alone, with the role they hold there at the time of each
 * call. The secret is returned once and kept nowhere.
 */
export async function createTokenFor(
  workspace: Granted<Workspace, "editor">,
  name: z.infer<typeof tokenNameSchema>,
): Promise<{ token: ApiToken; secret: string }> {
  const { user, via } = workspace.by;
  const secret = newSecret("lw");
  const hash = hashSecret(secret);
  return db().$transaction(async (tx) => {
    const token = await tx.apiToken.create({ data: { userId: user.id, workspaceId: workspace.id, name, hash } });
    await record(tx, {
      ...{ actorId: user.id, via },
      act: "createToken",
      target: { type: "token", id: token.id },
      workspaceId: workspace.id,
      difference: { name },
    });
    return { token, secret };
  });
}

/** Ends a token at once and for good. Revoking twice changes nothing. */
export async function revokeToken({ by, ...token }: Granted<ApiToken, "owner">, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.apiToken.updateMany({
      where: { id: token.id, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) return;
    await record(tx, {
      ...{ actorId: by.user.id, via: by.via },
      act: "revokeToken",
      target: { type: "token", id: token.id },
      workspaceId: token.workspaceId,
      difference: { name: token.name },
    });
  });
}
