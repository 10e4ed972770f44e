import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { roleNames } from "@/components/role-words";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import type { Actor } from "@/lib/accounts/actor";
import { listWorkspaceLines, type WorkspaceLine } from "@/lib/accounts/workspaces";
import { requireSignedIn } from "@/lib/web/session";
import { LinesToCome } from "../lines-to-come";
import { LivePage } from "../live/live-page";
import { Room } from "./room";

export const metadata: Metadata = { title: "Workspaces" };

/** Of one connection. */
const MOST_WATCHED = 90;

export default async function WorkspacesPage() {
  const actor = await requireSignedIn();
  return (
    <>
      <PageHeading title="Workspaces">
        <p>People who work on the same shows share a workspace. Its plan says how much room there is.</p>
      </PageHeading>
      <Suspense fallback={<LinesToCome words="The workspaces are on their way." />}>
        <Workspaces actor={actor} />
      </Suspense>
    </>
  );
}

async function Workspaces({ actor }: { actor: Actor }) {
  const workspaces = await listWorkspaceLines(actor);
  return (
    <div className="mt-8 lg:mt-12">
      {workspaces.length > 0 ? <List workspaces={workspaces} /> : <None />}
      <LivePage topics={workspaces.slice(0, MOST_WATCHED).map(({ id }) => `workspace:${id}`)} />
    </div>
  );
}

const List = ({ workspaces }: { workspaces: WorkspaceLine[] }) => (
  <ul aria-label="Your workspaces" className="border-t">
    {workspaces.map((workspace) => (
      <li key={workspace.id} className="border-b">
        <Link
          href={`/studio/workspaces/${workspace.id}`}
          prefetch={false}
          className="group grid gap-x-12 gap-y-4 py-6 md:grid-cols-[minmax(0,1fr)_18rem] md:items-center"
        >
          <div className="min-w-0">
            <h2 className="text-item font-semibold tracking-[-0.015em] group-hover:underline group-hover:decoration-1 group-hover:underline-offset-4">
              {workspace.name}
            </h2>
            <p className="mt-1 text-small text-quiet">{factsOf(workspace)}</p>
            {workspace.hidden && (
              <div className="mt-2">
                <Badge tone="trouble">Off the air: its owner is suspended</Badge>
              </div>
            )}
          </div>
          <Room bytes={workspace.bytes} maxBytes={workspace.maxBytes} />
        </Link>
      </li>
    ))}
  </ul>
);

const None = () => (
  <EmptyState title="You are in no workspace.">
    <p>Somebody who has one can invite you: they find it under Workspaces, and send you a link.</p>
  </EmptyState>
);

function factsOf({ role, members, shows }: WorkspaceLine): string {
  const people = members === 1 ? "only you" : `${members} members`;
  return `${roleNames[role]} · ${people} · ${shows} ${shows === 1 ? "show" : "shows"}`;
}
