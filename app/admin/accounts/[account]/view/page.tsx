import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { type Account, findAccount } from "@/lib/accounts/admin-accounts";
import { findLook, LOOK_MINUTES, type Look } from "@/lib/accounts/looks";
import { lookAtShows, lookAtWorkspaces } from "@/lib/episodes/looks";
import { requireHouseAdmin } from "@/lib/web/session";
import { LinesToCome } from "../../../../studio/lines-to-come";
import { Paging } from "../../../../studio/paging";
import { pageNumber, type Query } from "../../../../studio/query";
import { ShowRow } from "../../../../studio/show-row";
import { To } from "../../../facts";
import { Meter } from "../../../meter";
import { Row, Section } from "../../../section";
import { AccountState } from "../../account-state";
import { AskWhy } from "./ask-why";
import { Looking } from "./looking";

export const metadata: Metadata = { title: "What they see" };

type Props = { params: Promise<{ account: string }>; searchParams: Promise<Query> };

export default async function LookPage({ params, searchParams }: Props) {
  const admin = await requireHouseAdmin();
  const user = (await findAccount(admin, (await params).account)) ?? notFound();
  const look = await findLook(admin, user, new Date());
  if (!look)
    return (
      <Looking account={user} title="See what they see">
        <AskWhy account={user.id} minutes={LOOK_MINUTES} />
      </Looking>
    );
  return (
    <Looking account={user} title="Shows" reason={look.reason}>
      <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-1 text-small text-quiet">
        <AccountState {...user} />
        <span>{user.email}</span>
        {user.timeZone && <span>{user.timeZone}</span>}
      </p>
      <Suspense fallback={<LinesToCome words="Their shows are on their way." covers className="lg:mt-8" />}>
        <Shows look={look} user={user} page={pageNumber(await searchParams)} />
        <Workspaces look={look} />
      </Suspense>
    </Looking>
  );
}

async function Shows({ look, user, page }: { look: Look; user: Account; page: number }) {
  const { lines, total, pages } = await lookAtShows(look, page, new Date());
  if (total === 0) return <NoShows user={user} />;
  const severalWorkspaces = new Set(lines.map(({ workspace }) => workspace)).size > 1;
  return (
    <>
      <ul className="mt-8 border-t">
        {lines.map((show) => (
          <ShowRow
            key={show.slug}
            show={show}
            named={severalWorkspaces}
            href={`/admin/accounts/${user.id}/view/${show.slug}`}
          />
        ))}
      </ul>
      <Paging page={page} pages={pages} hrefOf={(number) => `?page=${number}`} />
    </>
  );
}

async function Workspaces({ look }: { look: Look }) {
  const workspaces = await lookAtWorkspaces(look);
  return workspaces.map(({ id, name, role, people, shows, hidden, bytes, maxBytes }) => (
    <Section
      key={id}
      id={`workspace-${id}`}
      title={<To href={`/admin/workspaces/${id}`} words={name} />}
      aside={[`They are its ${role}`, showsInWords(shows), hidden && "hidden"].filter(Boolean).join(" · ")}
    >
      <div className="border-b py-3.5">
        <Meter bytes={bytes} maxBytes={maxBytes} />
      </div>
      {people.map((member) => (
        <Row key={member.userId} title={<span dir="auto">{member.name}</span>} act={member.suspended && "Suspended"}>
          {[member.email, member.role, member.limitedTo && `limited to ${showsInWords(member.limitedTo.length)}`]
            .filter(Boolean)
            .join(" · ")}
        </Row>
      ))}
    </Section>
  ));
}

const showsInWords = (count: number): string => `${count} ${count === 1 ? "show" : "shows"}`;

const NoShows = ({ user }: { user: Account }) => (
  <div className="mt-8">
    {user.suspendedAt || user.closedAt ? (
      <EmptyState title="They see no shows.">
        <p>
          {user.closedAt
            ? "The account is closed."
            : "While they are suspended they see one page: the reason, and whom to write to."}
        </p>
      </EmptyState>
    ) : (
      <EmptyState title="No shows yet.">
        <p>They are asked to begin their first.</p>
      </EmptyState>
    )}
  </div>
);
