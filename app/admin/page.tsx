import type { Metadata } from "next";
import { type ReactNode, Suspense } from "react";
import { PageHeading } from "@/components/ui/page-heading";
import type { HouseAdmin } from "@/lib/accounts/actor";
import { bytesInWords } from "@/lib/accounts/bytes";
import { countLost } from "@/lib/downloads/queries";
import { countDays, findHouseFigures } from "@/lib/house/figures";
import { findHouseTroubles } from "@/lib/house/troubles";
import { requireHouseAdmin } from "@/lib/web/session";
import { DayBars } from "./day-bars";
import { Line, ToCome } from "./to-come";
import { Troubles } from "./troubles";

export const metadata: Metadata = { title: "Overview" };

const FIGURES = "mt-8 grid grid-cols-2 gap-x-8 gap-y-6 md:grid-cols-4";
const DAYS = "mt-12 grid gap-x-14 gap-y-12 md:grid-cols-2";

export default async function OverviewPage() {
  const admin = await requireHouseAdmin();
  return (
    <>
      <PageHeading title="Overview" />
      <Suspense fallback={<FiguresToCome />}>
        <Figures admin={admin} />
      </Suspense>
      <Suspense fallback={<RestToCome />}>
        <Rest admin={admin} />
      </Suspense>
    </>
  );
}

async function Figures({ admin }: { admin: HouseAdmin }) {
  const { accounts, shows, episodes, bytes } = await findHouseFigures(admin);
  return (
    <dl className={FIGURES}>
      <Figure name="Accounts" value={accounts.toLocaleString("en")} />
      <Figure name="Shows" value={shows.toLocaleString("en")} />
      <Figure name="Episodes" value={episodes.toLocaleString("en")} />
      <Figure name="Stored" value={bytesInWords(bytes)} />
    </dl>
  );
}

/** The days come with the troubles: they stand below them. A store that does not answer is waited for here, and only here. */
async function Rest({ admin }: { admin: HouseAdmin }) {
  const now = new Date();
  const [days, troubles, lostTransfers] = await Promise.all([
    countDays(admin, now),
    findHouseTroubles(admin),
    countLost(admin, now),
  ]);
  return (
    <>
      <div className="mt-10">
        <Troubles troubles={{ ...troubles, lostTransfers }} />
      </div>
      <div className={DAYS}>
        <DayBars title="Uploads" unit="uploads" days={days.uploads} />
        <DayBars title="Publications" unit="publications" days={days.publications} />
      </div>
    </>
  );
}

const Figure = ({ name, value }: { name: string; value: ReactNode }) => (
  <div className="flex flex-col-reverse">
    <dt className="text-small text-quiet">{name}</dt>
    <dd className="text-long font-semibold tracking-[-0.02em]">{value}</dd>
  </div>
);

const FiguresToCome = () => (
  <ToCome words="The figures are on their way.">
    <dl className={FIGURES}>
      {["Accounts", "Shows", "Episodes", "Stored"].map((name) => (
        <Figure key={name} name={name} value={<Line className="h-5 w-20" />} />
      ))}
    </dl>
  </ToCome>
);

const RestToCome = () => (
  <ToCome words="What needs you, and the last thirty days, are on their way.">
    <div className="mt-10 border-y py-4">
      <Line className="w-60" />
    </div>
    <div className={DAYS}>
      {["Uploads", "Publications"].map((title) => (
        <div key={title} className="text-small">
          <p className="font-semibold">{title}</p>
          <div className="mt-4 h-20 border-b" />
          <div className="mt-2">
            <Line className="w-12" />
          </div>
        </div>
      ))}
    </div>
  </ToCome>
);
