import type { HouseAdmin } from "@/lib/accounts/actor";
import {
  JOBS_PER_PAGE,
  type JobLine,
  listFailed,
  listQueues,
  listRunning,
  type QueueLine,
} from "@/lib/platform/job-board";

export type JobBoard = {
  queues: QueueLine[];
  running: JobLine[];
  failed: JobLine[];
  /** the failed ones on all pages */
  total: number;
  pages: number;
};

/** The background's work: what waits, runs and has failed; `queue` narrows the failed ones. */
export async function readJobBoard(
  _: HouseAdmin,
  { queue, page }: { queue: string | null; page: number },
): Promise<JobBoard> {
  const [queues, running, failed] = await Promise.all([listQueues(), listRunning(), listFailed(queue, page)]);
  const total = queues.reduce((sum, { name, failed: count }) => sum + (!queue || name === queue ? count : 0), 0);
  return { queues, running, failed, total, pages: Math.ceil(total / JOBS_PER_PAGE) };
}
