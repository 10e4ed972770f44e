import type { Metadata } from "next";
import Link from "next/link";
import { buttonLook } from "@/components/ui/button-look";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { listPlans, type PlanLine } from "@/lib/accounts/admin-plans";
import {
  listWorkspaces,
  WORKSPACES_PER_PAGE,
  type WorkspaceFilter,
  type WorkspaceQuestion,
  type WorkspaceTable,
} from "@/lib/accounts/admin-workspaces";
import { requireHouseAdmin } from "@/lib/web/session";
import { Paging } from "../../studio/paging";
import type { Query } from "../../studio/query";
import { FilterLinks } from "../filter-links";
import { SearchBox } from "../search-box";
import { keptBySearch, queryOf, questionOf } from "./question";
import { WorkspaceRows } from "./workspace-rows";

export const metadata: Metadata = { title: "Workspaces" };

export default async function WorkspacesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const admin = await requireHouseAdmin();
  const question = questionOf(await searchParams);
  const [{ lines, counts, total }, plans] = await Promise.all([listWorkspaces(admin, question), listPlans(admin)]);
  return (
    <>
      <PageHeading title="Workspaces" />
      <div className="mt-6 mb-3 grid gap-y-4">
        <SearchBox label="Search names, members" value={question.search} keep={keptBySearch(question)} />
        <div className="flex flex-wrap gap-x-12">
          <FilterLinks label="Which workspaces" filters={filtersOf(question, counts)} />
          {plans.length > 1 && <FilterLinks label="On which plan" filters={plansOf(question, plans)} />}
        </div>
      </div>
      {lines.length > 0 ? <WorkspaceRows lines={lines} question={question} /> : <NoneFound />}
      <Paging
        page={question.page}
        pages={Math.ceil(total / WORKSPACES_PER_PAGE)}
        hrefOf={(page) => queryOf(question, { page })}
      />
    </>
  );
}

const names: [WorkspaceFilter | null, string][] = [
  [null, "All"],
  ["full", "Nearly full"],
  ["own", "Sizes of their own"],
  ["hidden", "Hidden"],
];

const filtersOf = (question: WorkspaceQuestion, counts: WorkspaceTable["counts"]) =>
  names.map(([filter, name]) => ({
    name,
    href: queryOf(question, { filter }),
    count: counts[filter ?? "all"],
    current: question.filter === filter,
  }));

/** Chosen again a plan is let go. */
const plansOf = (question: WorkspaceQuestion, plans: PlanLine[]) =>
  plans.map(({ id, name, workspaces }) => ({
    name,
    href: queryOf(question, { plan: question.plan === id ? null : id }),
    count: workspaces,
    current: question.plan === id,
  }));

const NoneFound = () => (
  <EmptyState
    title="No workspace here matches."
    action={
      <Link href="/admin/workspaces" prefetch={false} className={buttonLook({ variant: "secondary" })}>
        Show all workspaces
      </Link>
    }
  >
    <p>None has this in its name or among its members' addresses and is in this state.</p>
  </EmptyState>
);
