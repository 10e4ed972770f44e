import { db } from "@/lib/platform/db";

export const JOBS_PER_PAGE = 50;

export type QueueLine = {
  name: string;
  waiting: number;
  running: number;
  failed: number;
  /** when one was last done; null: none that is still remembered */
  doneAt: Date | null;
};

export type JobLine = {
  queue: string;
  id: string;
  data: unknown;
  /** how often it was tried again */
  retries: number;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  /** what its last try said */
  reason: string | null;
};

/** Every queue with what is in it; those that pg-boss keeps for itself are left out. */
export const listQueues = (): Promise<QueueLine[]> => db().$queryRaw<QueueLine[]>`
  SELECT q.name, count(j.id) FILTER (WHERE j.state IN ('created', 'retry'))::int AS waiting,
    count(j.id) FILTER (WHERE j.state = 'active')::int AS running,
    count(j.id) FILTER (WHERE j.state = 'failed')::int AS failed,
    max(j.completed_on) FILTER (WHERE j.state = 'completed') AS "doneAt"
  FROM pgboss.queue q LEFT JOIN pgboss.job j ON j.name = q.name
  WHERE q.name NOT LIKE '\\_\\_pgboss%' GROUP BY q.name ORDER BY q.name`;

/** What is being worked on at this moment, the longest first. */
export const listRunning = (): Promise<JobLine[]> => db().$queryRaw<JobLine[]>`
  SELECT name AS queue, id::text, data, retry_count AS retries, created_on AS "createdAt", started_on AS "startedAt",
    completed_on AS "endedAt", output->>'message' AS reason
  FROM pgboss.job WHERE state = 'active' AND name NOT LIKE '\\_\\_pgboss%' ORDER BY started_on LIMIT ${JOBS_PER_PAGE}`;

/** Jobs whose tries are used up, the latest first; of one queue, or of all (null). `page` counts from 1. */
export const listFailed = (queue: string | null, page: number): Promise<JobLine[]> => db().$queryRaw<JobLine[]>`
  SELECT name AS queue, id::text, data, retry_count AS retries, created_on AS "createdAt", started_on AS "startedAt",
    completed_on AS "endedAt", coalesce(output->>'message', output->>'value', output::text) AS reason
  FROM pgboss.job WHERE state = 'failed' AND (${queue}::text IS NULL OR name = ${queue})
  ORDER BY completed_on DESC, id LIMIT ${JOBS_PER_PAGE} OFFSET ${(page - 1) * JOBS_PER_PAGE}`;
