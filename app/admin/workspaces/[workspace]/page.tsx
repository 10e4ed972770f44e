import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { LocalTime } from "@/components/local-time";
import { Badge } from "@/components/ui/badge";
import { PageHeading } from "@/components/ui/page-heading";
import { listPlans } from "@/lib/accounts/admin-plans";
import { type FullWorkspace, findWorkspace } from "@/lib/accounts/admin-workspaces";
import { bytesInWords, bytesToType } from "@/lib/accounts/bytes";
import { requireHouseAdmin } from "@/lib/web/session";
import { To } from "../../facts";
import { Meter } from "../../meter";
import { Nothing, Row, Section } from "../../section";
import { Allowance } from "./allowance";

export const metadata: Metadata = { title: "Workspace" };

type Props = { params: Promise<{ workspace: string }> };

export default async function WorkspacePage({ params }: Props) {
  const admin = await requireHouseAdmin();
  const workspace = (await findWorkspace(admin, (await params).workspace)) ?? notFound();
  const plans = (await listPlans(admin)).map(({ id, name, maxBytes }) => ({ id, name, sizes: bytesInWords(maxBytes) }));
  const { id, plan, bytesStored, bytesReserved } = workspace;
  return (
    <>
      <PageHeading
        title={<span dir="auto">{workspace.name}</span>}
        above={
          <Link href="/admin/workspaces" prefetch={false} className="link">
            Workspaces
          </Link>
        }
      />
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2 text-small text-quiet">
        {workspace.hiddenAt && <Badge tone="trouble">Hidden</Badge>}
        <span>
          Since <LocalTime at={workspace.createdAt} />
        </span>
        {bytesReserved > 0n && <span>{bytesInWords(bytesReserved)} put aside for uploads under way</span>}
      </div>
      {workspace.hiddenAt && (
        <p className="mt-4 max-w-text text-ink-soft">
          Off the air since <LocalTime at={workspace.hiddenAt} time />: none of its owners can answer for it.
        </p>
      )}
      <div className="mt-6">
        <Meter bytes={bytesStored + bytesReserved} maxBytes={workspace.maxBytes ?? plan.maxBytes} />
      </div>
      <Section
        id="allowance"
        title="Plan and room"
        aside={`Largest file ${bytesInWords(workspace.maxFileBytes ?? plan.maxFileBytes)}`}
      >
        <Allowance
          workspace={id}
          plan={plan.id}
          plans={plans}
          maxBytes={workspace.maxBytes === null ? "" : bytesToType(workspace.maxBytes)}
          maxFileBytes={workspace.maxFileBytes === null ? "" : bytesToType(workspace.maxFileBytes)}
        />
      </Section>
      <Members memberships={workspace.memberships} most={plan.maxMembers} />
      <Shows workspace={workspace} />
    </>
  );
}

const outOf = (count: number, most: number | null): string =>
  most === null ? `${count}` : `${count} of ${most} that the plan has room for`;

function Members({ memberships, most }: Pick<FullWorkspace, "memberships"> & { most: number | null }) {
  return (
    <Section id="members" title="Members" aside={outOf(memberships.length, most)}>
      {memberships.length === 0 && <Nothing>Nobody. It was left by all.</Nothing>}
      {memberships.map(({ role, limited, user }) => (
        <Row
          key={user.id}
          title={
            <Link
              href={`/admin/accounts/${user.id}`}
              prefetch={false}
              className="hover:underline hover:underline-offset-4"
              dir="auto"
            >
              {user.name}
            </Link>
          }
          act={user.suspendedAt && <Badge tone="trouble">Suspended</Badge>}
        >
          {user.email} · {role}
          {limited && ", limited to some shows"}
        </Row>
      ))}
    </Section>
  );
}

function Shows({ workspace: { name, shows, plan, _count: all } }: { workspace: FullWorkspace }) {
  return (
    <Section id="shows" title="Shows" aside={outOf(all.shows, plan.maxShows)}>
      {shows.length === 0 && <Nothing>None yet.</Nothing>}
      {shows.map(({ id, slug, title, language, _count }) => (
        <Row
          key={id}
          title={
            <Link
              href={`/admin/shows/${id}`}
              prefetch={false}
              className="hover:underline hover:underline-offset-4"
              lang={language}
              dir="auto"
            >
              {title}
            </Link>
          }
        >
          /{slug} · {_count.episodes.toLocaleString("en")} {_count.episodes === 1 ? "episode" : "episodes"}
        </Row>
      ))}
      {all.shows > shows.length && (
        <Nothing>
          And more: <To href={`/admin/shows?${new URLSearchParams({ q: name })}`} words="all its shows" />.
        </Nothing>
      )}
    </Section>
  );
}
