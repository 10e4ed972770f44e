import type { Metadata } from "next";
import Link from "next/link";
import { buttonLook } from "@/components/ui/button-look";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import {
  ACCOUNTS_PER_PAGE,
  type AccountFilter,
  type AccountQuestion,
  type AccountTable,
  asksToVerify,
  listAccounts,
} from "@/lib/accounts/admin-accounts";
import { requireHouseAdmin } from "@/lib/web/session";
import { Paging } from "../../studio/paging";
import type { Query } from "../../studio/query";
import { FilterLinks } from "../filter-links";
import { SearchBox } from "../search-box";
import { AccountRows } from "./account-rows";
import { keptBySearch, queryOf, questionOf } from "./question";

export const metadata: Metadata = { title: "Accounts" };

export default async function AccountsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const admin = await requireHouseAdmin();
  const question = questionOf(await searchParams);
  const { lines, counts, total } = await listAccounts(admin, question);
  return (
    <>
      <PageHeading title="Accounts" />
      <div className="mt-6 mb-3 grid gap-y-4">
        <SearchBox label="Search names, addresses" value={question.search} keep={keptBySearch(question)} />
        <FilterLinks label="Which accounts" filters={filtersOf(question, counts)} />
      </div>
      {lines.length > 0 ? <AccountRows lines={lines} question={question} /> : <NobodyFound />}
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

const filtersOf = (question: AccountQuestion, counts: AccountTable["counts"]) =>
  names
    .filter(([filter]) => filter !== "unverified" || asksToVerify() || question.filter === filter)
    .map(([filter, name]) => ({
      name,
      href: queryOf(question, { filter }),
      count: counts[filter ?? "all"],
      current: question.filter === filter,
    }));

const NobodyFound = () => (
  <EmptyState
    title="Nobody here matches."
    action={
      <Link href="/admin/accounts" prefetch={false} className={buttonLook({ variant: "secondary" })}>
        Show all accounts
      </Link>
    }
  >
    <p>No account has this in its address or name and is in this state.</p>
  </EmptyState>
);
