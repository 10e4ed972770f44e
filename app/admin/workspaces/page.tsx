import type { Metadata } from "next";
import { Suspense } from "react";
import { PageHeading } from "@/components/ui/page-heading";
import type { HouseAdmin } from "@/lib/accounts/actor";
import { listPlans, type PlanLine } from "@/lib/accounts/admin-plans";
import {
  listWorkspaces,
  WORKSPACES_PER_PAGE,
  type WorkspaceFilter,
  type WorkspaceQuestion,
} from "@/lib/accounts/admin-workspaces";
import { requireHouseAdmin } from "@/lib/web/session";
import { Paging } from "../../studio/paging";
import type { Query } from "../../studio/query";
import { FilterLinks } from "../filter-links";
import { NothingFound } from "../nothing-found";
import { SearchBox } from "../search-box";
import { TableToCome } from "../to-come";
import { filtersOf, keptBySearch, queryOf, questionOf } from "./question";
import { WorkspaceRows } from "./workspace-rows";

export const metadata: Metadata = { title: "Workspaces" };

export default async function WorkspacesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const admin = await requireHouseAdmin();
  const question = questionOf(await searchParams);
  return (
    <>
      <PageHeading title="Workspaces" />
      <SearchBox label="Search names, members" value={question.search} keep={keptBySearch(question)} />
      <Suspense fallback={<TableToCome words="The workspaces are on their way." columns={6} single />}>
        <Workspaces admin={admin} question={question} />
      </Suspense>
    </>
  );
}

async function Workspaces({ admin, question }: { admin: HouseAdmin; question: WorkspaceQuestion }) {
  const [{ lines, counts, total }, plans] = await Promise.all([listWorkspaces(admin, question), listPlans(admin)]);
  return (
    <>
      <div className="mt-4 mb-3 flex flex-wrap gap-x-12">
        <FilterLinks label="Which workspaces" filters={filtersOf(question, names, counts)} />
        {plans.length > 1 && <FilterLinks label="On which plan" filters={plansOf(question, plans)} />}
      </div>
      {lines.length > 0 ? (
        <WorkspaceRows lines={lines} question={question} />
      ) : (
        <NothingFound things="workspaces" href="/admin/workspaces">
          No workspace has this in its name or among its members&rsquo; addresses and is in this state.
        </NothingFound>
      )}
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

/** Chosen again a plan is let go. */
const plansOf = (question: WorkspaceQuestion, plans: PlanLine[]) =>
  plans.map(({ id, name, workspaces }) => ({
    name,
    href: queryOf(question, { plan: question.plan === id ? null : id }),
    count: workspaces,
    current: question.plan === id,
  }));
