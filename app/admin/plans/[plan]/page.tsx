import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageHeading } from "@/components/ui/page-heading";
import { findPlan, type PlanLine } from "@/lib/accounts/admin-plans";
import { bytesToType } from "@/lib/accounts/bytes";
import { requireHouseAdmin } from "@/lib/web/session";
import { ActButton } from "../../act-button";
import { ActDialog } from "../../act-dialog";
import { Row, Section } from "../../section";
import { changePlan, deletePlan, makePlanDefault } from "../actions";
import { PlanForm } from "../plan-form";

export const metadata: Metadata = { title: "Plan" };

type Props = { params: Promise<{ plan: string }> };

export default async function PlanPage({ params }: Props) {
  const admin = await requireHouseAdmin();
  const plan = (await findPlan(admin, (await params).plan)) ?? notFound();
  return (
    <>
      <PageHeading
        title={plan.name}
        above={
          <Link href="/admin/plans" prefetch={false} className="link">
            Plans
          </Link>
        }
      />
      <Section id="sizes" title="Sizes and limits">
        <PlanForm act={changePlan} label="Save" plan={typedPlan(plan)} />
      </Section>
      <Section id="use" title="Use">
        <Row
          title="Workspaces on it"
          act={
            <Link href={`/admin/workspaces?plan=${plan.id}`} prefetch={false} className="link text-small">
              {plan.workspaces.toLocaleString("en")} {plan.workspaces === 1 ? "workspace" : "workspaces"}
            </Link>
          }
        >
          What they store above a smaller size stays; nothing more goes in.
        </Row>
        <DefaultRow plan={plan} />
        <DeleteRow plan={plan} />
      </Section>
    </>
  );
}

const DefaultRow = ({ plan: { id, isDefault } }: { plan: PlanLine }) => (
  <Row
    title="Default plan"
    act={!isDefault && <ActButton act={makePlanDefault} fields={{ plan: id }} label="Make it the default" />}
  >
    {isDefault ? "New workspaces begin on this one." : "New workspaces begin on another."}
  </Row>
);

function DeleteRow({ plan: { id, name, isDefault, workspaces } }: { plan: PlanLine }) {
  if (isDefault) return <Row title="Delete">Not while it is the default plan.</Row>;
  if (workspaces > 0) return <Row title="Delete">Not while a workspace is on it.</Row>;
  return (
    <Row
      title="Delete"
      act={
        <ActDialog
          act={deletePlan}
          fields={{ plan: id }}
          label="Delete"
          variant="danger"
          title={`Delete the plan ${name}?`}
          description="No workspace is on it. This cannot be undone, but you can make another with the same name."
          confirm="Delete plan"
        />
      }
    >
      Nobody is on it.
    </Row>
  );
}

const typedPlan = ({ id, name, maxBytes, maxFileBytes, maxShows, maxMembers }: PlanLine) => ({
  ...{ id, name },
  maxBytes: bytesToType(maxBytes),
  maxFileBytes: bytesToType(maxFileBytes),
  maxShows: String(maxShows ?? ""),
  maxMembers: String(maxMembers ?? ""),
});
