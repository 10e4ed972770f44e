import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { voice } from "@/components/voice";
import { findAccount } from "@/lib/accounts/admin-accounts";
import { findLook } from "@/lib/accounts/looks";
import { lookAtShow } from "@/lib/episodes/looks";
import { PAGE_SIZE } from "@/lib/episodes/table";
import { requireHouseAdmin } from "@/lib/web/session";
import { EpisodeLines } from "../../../../../studio/[show]/episode-lines";
import { Filters } from "../../../../../studio/[show]/filters";
import { queryOf, questionOf } from "../../../../../studio/[show]/question";
import { Paging } from "../../../../../studio/paging";
import type { Query } from "../../../../../studio/query";
import { Looking } from "../looking";

export const metadata: Metadata = { title: "What they see" };

type Props = { params: Promise<{ account: string; show: string }>; searchParams: Promise<Query> };

export default async function LookedAtShowPage({ params, searchParams }: Props) {
  const admin = await requireHouseAdmin();
  const { account: id, show: slug } = await params;
  const user = (await findAccount(admin, id)) ?? notFound();
  const look = (await findLook(admin, user, new Date())) ?? redirect(`/admin/accounts/${user.id}/view`);
  const question = questionOf(await searchParams);
  const { show, table } = (await lookAtShow(look, slug, question, new Date())) ?? notFound();
  const found = Object.values(table.counts).reduce((sum, count) => sum + count, 0);
  return (
    <Looking
      account={user}
      title={<span {...voice(show.language)}>{show.title}</span>}
      reason={look.reason}
      above={
        <>
          <span aria-hidden="true">/</span>
          <Link href={`/admin/accounts/${user.id}/view`} prefetch={false} className="link">
            Shows
          </Link>
        </>
      }
    >
      <div className="mt-8">
        <Filters question={question} counts={table.counts} found={found} />
        {table.lines.length > 0 ? (
          <EpisodeLines show={show} question={question} lines={table.lines} readOnly />
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
