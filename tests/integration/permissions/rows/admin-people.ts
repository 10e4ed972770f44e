import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db";
import { makeOwner } from "@/tests/support/people";
import { desk, type Row } from "./row";

const sizes = { maxBytes: 10n ** 12n, maxFileBytes: 10n ** 10n };
const typed = () => ({ name: randomUUID(), maxBytes: "1 TB", maxFileBytes: "10 GB", maxShows: "", maxMembers: "" });

/** Somebody new each time: what is done to them here must not befall the cast. */
const somebody = async () => ({ form: { account: (await makeOwner()).user.id } });
const newPlan = () => db().plan.create({ data: { name: randomUUID(), ...sizes } });

const toAccount = ["restoreAccount", "verifyAddress", "makeResetLink", "mailResetLink", "signOutAccount"];

export const adminPeopleRows: Row[] = [
  desk("", "PAGE"),
  desk("accounts/", "PAGE"),
  desk("accounts/[account]/", "PAGE", ({ owner }) => ({ params: { account: owner.user.id } })),
  ...[...toAccount, "turnOffSecondFactor", "makeHouseAdmin", "unmakeHouseAdmin", "closeAccount", "reopenAccount"].map(
    (name) => desk("accounts/", name, somebody),
  ),
  desk("accounts/", "suspendAccount", async () => ({ form: { ...(await somebody()).form, reason: "Spam." } })),
  desk("accounts/[account]/view/", "PAGE", ({ owner }) => ({ params: { account: owner.user.id } })),
  desk("accounts/[account]/view/", "beginLook", async () => ({
    form: { ...(await somebody()).form, reason: "They asked." },
  })),
  // Without having said why they are led to where they do.
  ...["", "settings/", "episodes/[episode]/"].map((path) => ({
    ...desk(`accounts/[account]/view/[show]/${path}`, "PAGE", ({ owner, show, draft }) => ({
      params: { account: owner.user.id, show: show.slug, episode: draft.id },
    })),
    status: 307,
  })),
  desk("workspaces/", "PAGE"),
  desk("workspaces/[workspace]/", "PAGE", ({ owner }) => ({ params: { workspace: owner.workspaceId } })),
  desk("workspaces/", "changeAllowance", async () => ({
    form: {
      workspace: (await makeOwner()).workspaceId,
      plan: (await newPlan()).id,
      maxBytes: "",
      maxFileBytes: "",
    },
  })),
  desk("plans/", "PAGE"),
  desk("plans/[plan]/", "PAGE", async () => ({ params: { plan: (await newPlan()).id } })),
  desk("plans/", "createPlan", () => ({ form: typed() })),
  desk("plans/", "changePlan", async () => ({ form: { ...typed(), plan: (await newPlan()).id } })),
  desk("plans/", "makePlanDefault", async () => ({ form: { plan: (await newPlan()).id } })),
  { ...desk("plans/", "deletePlan", async () => ({ form: { plan: (await newPlan()).id } })), status: 307 },
];
