import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs";
import { TAKEDOWN_MAIL } from "@/lib/shows/takedown-mail";

type Fields = { queue?: string; data?: object; reason?: string };

/** A job that was tried until it was given up, as pg-boss leaves it. */
export async function makeFailedJob({ queue = TAKEDOWN_MAIL, data, reason = "the mail server said no" }: Fields = {}) {
  const mark = randomUUID();
  await db().$transaction((tx) => enqueue(tx, queue, { ...data, mark }));
  const rows = await db().$queryRaw<{ id: string }[]>`
    UPDATE pgboss.job SET state = 'failed', retry_count = retry_limit, completed_on = now(),
      output = jsonb_build_object('message', ${reason}::text)
    WHERE name = ${queue} AND data->>'mark' = ${mark} RETURNING id::text`;
  return { queue, id: rows[0]?.id ?? "" };
}
