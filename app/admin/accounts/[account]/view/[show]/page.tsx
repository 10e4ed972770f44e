import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { voice } from "@/components/voice";
import { lookAtShow } from "@/lib/episodes/looks";
import { PAGE_SIZE } from "@/lib/episodes/table";
import { EpisodeLines } from "../../../../../studio/[show]/episode-lines";
import { Filters } from "../../../../../studio/[show]/filters";
import { queryOf, questionOf } from "../../../../../studio/[show]/question";
import { Paging } from "../../../../../studio/paging";
import type { Query } from "../../../../../studio/query";
import { lookThrough } from "../looked-at";
import { Looking } from "../looking";
import { WayBack } from "../way-back";

export const metadata: Metadata = { title: "What they see" };

type Props = { params: Promise<{ account: string; show: string }>; searchParams: Promise<Query> };

export default async function LookedAtShowPage({ params, searchParams }: Props) {
  const { account, show: slug } = await params;
  const { user, look } = await lookThrough(account);
  const question = questionOf(await searchParams);
  const { show, table } = (await lookAtShow(look, slug, question, new Date())) ?? notFound();
  const found = Object.values(table.counts).reduce((sum, count) => sum + count, 0);
  const view = `/admin/accounts/${user.id}/view`;
  return (
    <Looking
      account={user}
      title={<span {...voice(show.language)}>{show.title}</span>}
      reason={look.reason}
      above={<WayBack steps={[{ href: view, words: "Shows" }]} />}
    >
      <p className="mt-6">
        <Link href={`${view}/${slug}/settings`} prefetch={false} className="link">
          Its settings, and what is scheduled
        </Link>
      </p>
      <div className="mt-8">
        <Filters question={question} counts={table.counts} found={found} />
        {table.lines.length > 0 ? (
          <EpisodeLines show={show} question={question} lines={table.lines} base={`${view}/${slug}/episodes`} />
        ) : (
          <EmptyState title="No episodes here.">
            <p>None at all, or none with these words and in this state.</p>
          </EmptyState>
        )}
        <Paging
          page={question.page}
          pages={Math.ceil(table.total / PAGE_SIZE)}
          hrefOf={(page) => queryOf(question, { page })}
        />
      </div>
    </Looking>
  );
}
