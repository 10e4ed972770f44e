import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { LocalTime } from "@/components/local-time";
import { PageHeading } from "@/components/ui/page-heading";
import { Table } from "@/components/ui/table";
import type { HouseAdmin } from "@/lib/accounts/actor";
import { type JobBoard, readJobBoard } from "@/lib/house/jobs";
import { requireHouseAdmin } from "@/lib/web/session";
import { Paging } from "../../studio/paging";
import { fieldOf, pageNumber, type Query } from "../../studio/query";
import { wordsOf } from "../list-question";
import { Section } from "../section";
import { Line, RowsToCome, ToCome } from "../to-come";
import { FailedJobs, RunningJobs } from "./job-rows";
import { queueInWords } from "./queue-words";

export const metadata: Metadata = { title: "Jobs" };

export default async function JobsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const admin = await requireHouseAdmin();
  const query = await searchParams;
  return (
    <>
      <PageHeading title="Jobs">
        <p>What the house does by itself in the background: each is tried six times before it is given up.</p>
      </PageHeading>
      <div className="mt-6">
        <Suspense fallback={<JobsToCome />}>
          <Board admin={admin} queue={wordsOf(fieldOf(query, "queue")) || null} page={pageNumber(query)} />
        </Suspense>
      </div>
    </>
  );
}

async function Board({ admin, queue, page }: { admin: HouseAdmin; queue: string | null; page: number }) {
  const board = await readJobBoard(admin, { queue, page });
  return (
    <>
      <Queues queues={board.queues} />
      <Section
        id="failed"
        title={titleOf(queue, board.total)}
        aside={
          queue && (
            <Link href="/admin/jobs" prefetch={false} className="link">
              Show all queues
            </Link>
          )
        }
      >
        <FailedJobs jobs={board.failed} />
      </Section>
      <Paging page={page} pages={board.pages} hrefOf={(number) => hrefOf(queue, number)} />
      <Section id="running" title="Under way">
        <RunningJobs jobs={board.running} />
      </Section>
    </>
  );
}

const JobsToCome = () => (
  <ToCome words="The jobs are on their way.">
    <RowsToCome
      className="border-0 pt-11 text-small"
      look="border-0 border-t py-3"
      row={(width) => (
        <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6">
          <Line className={width} />
          <Line className="w-40 max-md:w-24" />
        </span>
      )}
    />
  </ToCome>
);

const titleOf = (queue: string | null, total: number): string =>
  `${total > 0 ? `${total.toLocaleString("en")} failed` : "Failed"}${queue ? ` in ${queueInWords(queue)}` : ""}`;

const hrefOf = (queue: string | null, page: number): string =>
  `?${new URLSearchParams({ ...(queue && { queue }), page: String(page) })}`;

function Queues({ queues }: Pick<JobBoard, "queues">) {
  return (
    <Table caption="Queues">
      <thead>
        <tr>
          <th scope="col">Queue</th>
          <th scope="col" className="text-end!">
            Waiting
          </th>
          <th scope="col" className="text-end!">
            Running
          </th>
          <th scope="col" className="text-end!">
            Failed
          </th>
          <th scope="col" className="max-md:hidden">
            Last done
          </th>
        </tr>
      </thead>
      <tbody>
        {queues.map(({ name, waiting, running, failed, doneAt }) => (
          <tr key={name}>
            <th scope="row" className="min-w-28!">
              {queueInWords(name)}
            </th>
            <Count count={waiting} />
            <Count count={running} />
            <td className="text-end!">
              {failed > 0 ? (
                <Link
                  href={`/admin/jobs?${new URLSearchParams({ queue: name })}`}
                  prefetch={false}
                  className="link font-medium text-signal"
                >
                  {failed.toLocaleString("en")}
                </Link>
              ) : (
                <span className="text-quiet">0</span>
              )}
            </td>
            <td className="max-md:hidden">
              {doneAt ? <LocalTime at={doneAt} time /> : <span className="text-quiet">not lately</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const Count = ({ count }: { count: number }) => (
  <td className={count > 0 ? "text-end!" : "text-end! text-quiet"}>{count.toLocaleString("en")}</td>
);
