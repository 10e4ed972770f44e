"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { findWorkspaceFor } from "@/lib/accounts/queries";
import { tokenNameSchema } from "@/lib/accounts/schema";
import { createTokenFor, revokeToken as revoke } from "@/lib/accounts/token-mutations";
import { findOwnToken } from "@/lib/accounts/tokens";
import { action } from "@/lib/web/action";

const newTokenSchema = z.strictObject({ name: tokenNameSchema, workspace: z.string() });

export const createToken = action(newTokenSchema, async ({ name, workspace: id }, { actor }) => {
  const workspace = await findWorkspaceFor(actor, id, "editor");
  if (!workspace) notFound();
  const { token, secret } = await createTokenFor(workspace, name);
  revalidatePath("/studio/tokens");
  return { name: token.name, secret };
});

export const revokeToken = action(z.strictObject({ token: z.string() }), async ({ token: id }, { actor, now }) => {
  const token = await findOwnToken(actor, id);
  if (!token) notFound();
  await revoke(token, now);
  revalidatePath("/studio/tokens");
  return { name: token.name };
});
