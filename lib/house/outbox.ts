import type { HouseAdmin } from "@/lib/accounts/actor";
import { db } from "@/lib/platform/db";
import { mailLeaves } from "@/lib/platform/mail";
import { isUuid } from "@/lib/platform/uuid";
import type { OutboxMail } from "@/prisma/generated/client";

export const MAILS_PER_PAGE = 50;

/** Whether what the house writes leaves it; then nothing new comes in here. */
export const mailIsSent = (): boolean => mailLeaves();

export type MailLine = Pick<OutboxMail, "id" | "to" | "subject" | "createdAt">;

/** One page of the mail that never left, the newest first; `search` is a part of the address. */
export async function listOutbox(
  _: HouseAdmin,
  { search, page }: { search: string; page: number },
): Promise<{ lines: MailLine[]; total: number }> {
  // A plain `contains` would read "_" and "%" as wildcards.
  const to = search.toLowerCase().replace(/[\\%_]/g, "\\$&");
  const where = search ? { to: { contains: to, mode: "insensitive" as const } } : {};
  const [total, lines] = await Promise.all([
    db().outboxMail.count({ where }),
    db().outboxMail.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * MAILS_PER_PAGE,
      take: MAILS_PER_PAGE,
      select: { id: true, to: true, subject: true, createdAt: true },
    }),
  ]);
  return { lines, total };
}

export async function findOutboxMail(_: HouseAdmin, id: string): Promise<OutboxMail | null> {
  return isUuid(id) ? db().outboxMail.findUnique({ where: { id } }) : null;
}
