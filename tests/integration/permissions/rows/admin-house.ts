import { readHouse, stampOf } from "@/lib/accounts/house-settings";
import { db } from "@/lib/platform/db";
import { makeFailedJob } from "@/tests/support/failed-jobs";
import { desk, type Row } from "./row";

const reason = "Not theirs.";
const seenAnnouncement = async () => stampOf({ announcement: (await readHouse()).announcement });

export const adminHouseRows: Row[] = [
  desk("on-air/", "PAGE"),
  desk("shows/", "PAGE"),
  desk("shows/[show]/", "PAGE", ({ show }) => ({ params: { show: show.id } })),
  desk("shows/", "takeDown", ({ show }) => ({ form: { show: show.id, reason } })),
  desk("shows/", "lift", ({ show }) => ({ form: { show: show.id } })),
  desk("episodes/", "PAGE"),
  desk("episodes/[episode]/", "PAGE", ({ draft }) => ({ params: { episode: draft.id } })),
  desk("episodes/", "takeDown", ({ published }) => ({ form: { episode: published.id, reason } })),
  desk("episodes/", "lift", ({ published }) => ({ form: { episode: published.id } })),
  desk("jobs/", "PAGE"),
  desk("jobs/", "retry", async () => ({ form: await makeFailedJob() })),
  desk("jobs/", "discard", async () => ({ form: await makeFailedJob() })),
  desk("outbox/", "PAGE"),
  desk("outbox/[mail]/", "PAGE", async () => ({ params: { mail: await aMail() } })),
  desk("audit/", "PAGE"),
  ...["GET", "HEAD"].map((method): Row => {
    const route = "app/admin/audit/download/route.ts";
    return { route, method, may: ["house admin"], status: 200, ask: () => ({ path: "/admin/audit/download" }) };
  }),
  desk("house/", "PAGE"),
  desk("house/", "saveHouse", async () => {
    const { name, contact, terms } = await readHouse();
    return { form: { seen: stampOf({ name, contact, terms }), name: "Night Radio", contact: "", terms: "" } };
  }),
  desk("house/", "saveMode", async () => ({ form: { seen: (await readHouse()).mode, mode: "open" } })),
  desk("house/", "announce", async () => ({ form: { seen: await seenAnnouncement(), text: "Soon.", until: "" } })),
  desk("house/", "takeBack", async () => ({ form: { seen: await seenAnnouncement() } })),
  desk("house/", "sendTest"),
];

async function aMail(): Promise<string> {
  const data = { to: "somebody@example.org", subject: "Hello", text: "Hello", html: "<p>Hello</p>" };
  return (await db().outboxMail.create({ data })).id;
}
