import type { Metadata } from "next";
import { Suspense } from "react";
import { PageHeading } from "@/components/ui/page-heading";
import type { HouseAdmin } from "@/lib/accounts/actor";
import {
  ACCOUNTS_PER_PAGE,
  type AccountFilter,
  type AccountQuestion,
  asksToVerify,
  listAccounts,
} from "@/lib/accounts/admin-accounts";
import { requireHouseAdmin } from "@/lib/web/session";
import { Paging } from "../../studio/paging";
import type { Query } from "../../studio/query";
import { FilterLinks } from "../filter-links";
import { NothingFound } from "../nothing-found";
import { SearchBox } from "../search-box";
import { TableToCome } from "../to-come";
import { AccountRows } from "./account-rows";
import { filtersOf, keptBySearch, queryOf, questionOf } from "./question";

export const metadata: Metadata = { title: "Accounts" };

export default async function AccountsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const admin = await requireHouseAdmin();
  const question = questionOf(await searchParams);
  return (
    <>
      <PageHeading title="Accounts" />
      <SearchBox label="Search names, addresses" value={question.search} keep={keptBySearch(question)} />
      <Suspense fallback={<TableToCome words="The accounts are on their way." columns={6} />}>
        <Accounts admin={admin} question={question} />
      </Suspense>
    </>
  );
}

async function Accounts({ admin, question }: { admin: HouseAdmin; question: AccountQuestion }) {
  const { lines, counts, total } = await listAccounts(admin, question);
  return (
    <>
      <div className="mt-4 mb-3">
        <FilterLinks label="Which accounts" filters={filtersOf(question, namesFor(question), counts)} />
      </div>
      {lines.length > 0 ? (
        <AccountRows lines={lines} question={question} />
      ) : (
        <NothingFound things="accounts" href="/admin/accounts">
          No account has this in its address or name and is in this state.
        </NothingFound>
      )}
      <Paging
        page={question.page}
        pages={Math.ceil(total / ACCOUNTS_PER_PAGE)}
        hrefOf={(page) => queryOf(question, { page })}
      />
    </>
  );
}

const names: [AccountFilter | null, string][] = [
  [null, "All"],
  ["active", "Active"],
  ["suspended", "Suspended"],
  ["closed", "Closed"],
  ["unverified", "Unverified"],
  ["admins", "House admins"],
  ["factor", "Second step on"],
];

/** Where nobody is asked to verify an address, none is waited for. */
const namesFor = (question: AccountQuestion) =>
  names.filter(([filter]) => filter !== "unverified" || asksToVerify() || question.filter === filter);
