import { LocalTime } from "@/components/local-time";
import type { JobBoard } from "@/lib/house/jobs";
import { ActButton } from "../act-button";
import { ActDialog } from "../act-dialog";
import { Nothing } from "../section";
import { discard, retry } from "./actions";
import { queueInWords } from "./queue-words";

type Job = JobBoard["failed"][number];

/** Jobs that nobody will try again by themselves: what went wrong, and the two ways out. */
export function FailedJobs({ jobs }: { jobs: Job[] }) {
  if (jobs.length === 0) return <Nothing>None. Whatever was begun was done, or is still being tried.</Nothing>;
  return (
    <ul>
      {jobs.map((job) => (
        <li key={job.id} className="grid gap-x-8 gap-y-3 border-b py-4 md:grid-cols-[minmax(0,1fr)_auto]">
          <div className="min-w-0">
            <p className="font-medium">{queueInWords(job.queue)}</p>
            <p className="mt-1 text-small">{job.reason ?? "It gave no reason."}</p>
            <p className="mt-1 text-small text-quiet">
              {job.endedAt && (
                <>
                  Given up <LocalTime at={job.endedAt} time />
                </>
              )}{" "}
              after {tries(job.retries + 1)}
            </p>
            <Data data={job.data} />
          </div>
          <div className="flex flex-wrap items-start gap-2">
            <ActButton act={retry} fields={{ queue: job.queue, id: job.id }} label="Try again" />
            <ActDialog
              act={discard}
              fields={{ queue: job.queue, id: job.id }}
              label="Discard"
              variant="danger"
              title="Discard this job?"
              description="It is forgotten, and what it was to do is not done. The log keeps that you decided so."
              confirm="Discard job"
            />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What is being worked on at this moment. */
export function RunningJobs({ jobs }: { jobs: Job[] }) {
  if (jobs.length === 0) return <Nothing>Nothing at this moment.</Nothing>;
  return (
    <ul>
      {jobs.map((job) => (
        <li key={job.id} className="border-b py-3.5">
          <p className="flex flex-wrap items-baseline gap-x-3 font-medium">
            <span aria-hidden="true" className="glow size-2 rounded-full bg-signal" />
            {queueInWords(job.queue)}
            {job.startedAt && (
              <span className="text-small font-normal text-quiet">
                since <LocalTime at={job.startedAt} time />
              </span>
            )}
          </p>
          <Data data={job.data} />
        </li>
      ))}
    </ul>
  );
}

function Data({ data }: { data: unknown }) {
  if (data === null || data === undefined || JSON.stringify(data) === "{}") return null;
  return (
    <details className="mt-1 text-small text-quiet">
      <summary className="inline-flex min-h-9 items-center hover:text-ink">What it was given</summary>
      <pre className="mt-1 overflow-x-auto border-s-2 ps-4 whitespace-pre-wrap text-ink-soft">
        {JSON.stringify(data, null, 2)}
      </pre>
    </details>
  );
}

const tries = (count: number): string => (count === 1 ? "one try" : `${count} tries`);
