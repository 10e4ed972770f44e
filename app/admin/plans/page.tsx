import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { Badge } from "@/components/ui/badge";
import { PageHeading } from "@/components/ui/page-heading";
import type { HouseAdmin } from "@/lib/accounts/actor";
import { listPlans, type PlanLine } from "@/lib/accounts/admin-plans";
import { bytesInWords } from "@/lib/accounts/bytes";
import { requireHouseAdmin } from "@/lib/web/session";
import { Row, Section } from "../section";
import { RowsToCome, ToCome } from "../to-come";
import { createPlan } from "./actions";
import { PlanForm } from "./plan-form";

export const metadata: Metadata = { title: "Plans" };

export default async function PlansPage() {
  const admin = await requireHouseAdmin();
  return (
    <>
      <PageHeading title="Plans">
        <p>A plan says how much a workspace may store. New ones begin on the default plan.</p>
      </PageHeading>
      <Suspense fallback={<PlansToCome />}>
        <Plans admin={admin} />
      </Suspense>
    </>
  );
}

/** The form comes with them: it stands below, and would be pushed down by every plan. */
async function Plans({ admin }: { admin: HouseAdmin }) {
  const plans = await listPlans(admin);
  return (
    <>
      <ul className="mt-8 border-t">
        {plans.map((plan) => (
          <li key={plan.id}>
            <PlanRow plan={plan} />
          </li>
        ))}
      </ul>
      <Section id="new-plan" title="New plan">
        <PlanForm act={createPlan} label="Create plan" />
      </Section>
    </>
  );
}

const PlansToCome = () => (
  <ToCome words="The plans are on their way.">
    <RowsToCome className="mt-8" />
  </ToCome>
);

const PlanRow = ({ plan }: { plan: PlanLine }) => (
  <Row
    title={
      <span className="flex flex-wrap items-center gap-x-4">
        <Link href={`/admin/plans/${plan.id}`} prefetch={false} className="hover:underline hover:underline-offset-4">
          {plan.name}
        </Link>
        {plan.isDefault && <Badge tone="done">Default</Badge>}
      </span>
    }
    act={
      <Link href={`/admin/workspaces?plan=${plan.id}`} prefetch={false} className="link text-small">
        {plan.workspaces.toLocaleString("en")} {plan.workspaces === 1 ? "workspace" : "workspaces"}
      </Link>
    }
  >
    {limitsOf(plan)}
  </Row>
);

const limitsOf = ({ maxBytes, maxFileBytes, maxShows, maxMembers }: PlanLine): string =>
  [
    `${bytesInWords(maxBytes)} in all`,
    `${bytesInWords(maxFileBytes)} a file`,
    `${maxShows ?? "any number of"} ${maxShows === 1 ? "show" : "shows"}`,
    `${maxMembers ?? "any number of"} ${maxMembers === 1 ? "member" : "members"}`,
  ].join(" · ");
