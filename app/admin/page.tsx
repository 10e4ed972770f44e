import type { Metadata } from "next";
import { PageHeading } from "@/components/ui/page-heading";
import { bytesInWords } from "@/lib/accounts/bytes";
import { countLost } from "@/lib/downloads/queries";
import { countDays, findHouseFigures } from "@/lib/house/figures";
import { findHouseTroubles } from "@/lib/house/troubles";
import { requireHouseAdmin } from "@/lib/web/session";
import { DayBars } from "./day-bars";
import { Troubles } from "./troubles";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage() {
  const admin = await requireHouseAdmin();
  const [figures, days, troubles, lostTransfers] = await Promise.all([
    findHouseFigures(admin),
    countDays(admin, new Date()),
    findHouseTroubles(admin),
    countLost(admin, new Date()),
  ]);
  return (
    <>
      <PageHeading title="Overview" />
      <dl className="mt-8 grid grid-cols-2 gap-x-8 gap-y-6 md:grid-cols-4">
        <Figure name="Accounts" value={figures.accounts.toLocaleString("en")} />
        <Figure name="Shows" value={figures.shows.toLocaleString("en")} />
        <Figure name="Episodes" value={figures.episodes.toLocaleString("en")} />
        <Figure name="Stored" value={bytesInWords(figures.bytes)} />
      </dl>
      <div className="mt-10">
        <Troubles troubles={{ ...troubles, lostTransfers }} />
      </div>
      <div className="mt-12 grid gap-x-14 gap-y-12 md:grid-cols-2">
        <DayBars title="Uploads" unit="uploads" days={days.uploads} />
        <DayBars title="Publications" unit="publications" days={days.publications} />
      </div>
    </>
  );
}

const Figure = ({ name, value }: { name: string; value: string }) => (
  <div className="flex flex-col-reverse">
    <dt className="text-small text-quiet">{name}</dt>
    <dd className="text-long font-semibold tracking-[-0.02em]">{value}</dd>
  </div>
);
