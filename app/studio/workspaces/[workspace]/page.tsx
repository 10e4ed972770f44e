import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache, Suspense } from "react";
import { PageHeading } from "@/components/ui/page-heading";
import { rolesFrom } from "@/lib/accounts/actor";
import { findOwnPlace, listMembers, type MemberLine } from "@/lib/accounts/members";
import { findWorkspaceFor } from "@/lib/accounts/queries";
import { usageOf } from "@/lib/accounts/workspaces";
import { requireSignedIn } from "@/lib/web/session";
import { LinesToCome } from "../../lines-to-come";
import { LivePage } from "../../live/live-page";
import { Invitations } from "./invitations";
import { LeaveForm } from "./leave-form";
import { Members } from "./members";
import { NameForm } from "./name-form";
import { Section } from "./section";
import { UsageFacts } from "./usage-facts";

type Props = { params: Promise<{ workspace: string }> };

// The page and its title ask for the same workspace.
const workspaceAt = cache(async (id: string) => findWorkspaceFor(await requireSignedIn(), id, "analyst"));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await workspaceAt((await params).workspace))?.name };
}

export default async function WorkspacePage({ params }: Props) {
  const workspace = await workspaceAt((await params).workspace);
  const place = workspace && (await findOwnPlace(workspace));
  if (!workspace || !place) notFound();
  return (
    <>
      <PageHeading
        title={workspace.name}
        above={
          <Link href="/studio/workspaces" prefetch={false} className="link">
            Workspaces
          </Link>
        }
      />
      <Suspense fallback={<LinesToCome words="The members are on their way." className="mt-10 lg:mt-14" />}>
        <Sections workspace={workspace} place={place} />
      </Suspense>
      <LivePage topics={[`workspace:${workspace.id}`]} />
    </>
  );
}

type Found = {
  workspace: NonNullable<Awaited<ReturnType<typeof workspaceAt>>>;
  place: NonNullable<Awaited<ReturnType<typeof findOwnPlace>>>;
};

async function Sections({ workspace, place }: Found) {
  const [members, usage] = await Promise.all([listMembers(workspace), usageOf(workspace)]);
  const manages = rolesFrom("admin").includes(place.role);
  return (
    <div className="mt-10 lg:mt-14">
      <Section title="Members" lead={manages && "A change counts from their next click on."}>
        <Members workspace={workspace} members={members} own={place} />
      </Section>
      {manages && <Invitations actor={workspace.by} workspaceId={workspace.id} />}
      <Section title="Room" lead={`The plan is “${usage.plan}”.`}>
        <UsageFacts usage={usage} limited={place.limited} />
      </Section>
      {manages && (
        <Section title="Name">
          <NameForm id={workspace.id} name={workspace.name} />
        </Section>
      )}
      <Section title="Leave">
        <LeaveForm id={workspace.id} name={workspace.name} lastOwner={isLastOwner(place.userId, members)} />
      </Section>
    </div>
  );
}

/** The only one who can act as an owner; others of them may be suspended. */
function isLastOwner(userId: string, members: MemberLine[]): boolean {
  const owners = members.filter(({ role, suspended }) => role === "owner" && !suspended);
  return owners.length === 1 && owners[0]?.userId === userId;
}
