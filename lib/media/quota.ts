import { bytesInWords } from "@/lib/accounts/bytes";
import type { Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";

/** Puts `bytes` aside for an upload. Throws `too-large` or `quota-used-up`; the check and the booking are one statement. */
export async function reserveBytes(tx: Tx, workspaceId: string, bytes: bigint): Promise<void> {
  const plan = await planOf(tx, workspaceId);
  if (bytes > plan.maxFileBytes)
    throw new DomainError(
      "too-large",
      `This file is larger than your plan allows for one file (${bytesInWords(plan.maxFileBytes)}).`,
      { limit: Number(plan.maxFileBytes) },
    );
  const booked = await tx.$executeRaw`
    UPDATE "Workspace" SET "bytesReserved" = "bytesReserved" + ${bytes}
    WHERE id = ${workspaceId}::uuid AND "bytesStored" + "bytesReserved" + ${bytes} <= ${plan.maxBytes}`;
  if (!booked)
    throw new DomainError(
      "quota-used-up",
      `There is not enough room left in your plan (${bytesInWords(plan.maxBytes)} in all). Delete what you no longer need, or ask for a larger plan.`,
      { limit: Number(plan.maxBytes) },
    );
}

export const releaseReserved = (tx: Tx, id: string, bytes: bigint) =>
  tx.workspace.update({ where: { id }, data: { bytesReserved: { decrement: bytes } } });

/** What was put aside is now stored. */
export const bookReserved = (tx: Tx, id: string, bytes: bigint) =>
  tx.workspace.update({
    where: { id },
    data: { bytesReserved: { decrement: bytes }, bytesStored: { increment: bytes } },
  });

export const releaseStored = (tx: Tx, id: string, bytes: bigint) =>
  tx.workspace.update({ where: { id }, data: { bytesStored: { decrement: bytes } } });

/** What the plan gives, or what the house admin allows this workspace instead. */
async function planOf(tx: Tx, workspaceId: string) {
  const { plan, ...own } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    include: { plan: true },
  });
  return { maxBytes: own.maxBytes ?? plan.maxBytes, maxFileBytes: own.maxFileBytes ?? plan.maxFileBytes };
}
