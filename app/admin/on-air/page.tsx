import type { Metadata } from "next";
import { PageHeading } from "@/components/ui/page-heading";
import { findOnAirOfHouse } from "@/lib/downloads/on-air";
import { requireHouseAdmin } from "@/lib/web/session";
import { OnAirBoard } from "../../studio/on-air/on-air-board";

export const metadata: Metadata = { title: "On air" };

export default async function OnAirPage() {
  const admin = await requireHouseAdmin();
  return (
    <>
      <PageHeading title="On air">
        <p>What leaves the house just now, of all shows.</p>
      </PageHeading>
      <div className="mt-8">
        <OnAirBoard topic="air:house" begin={await findOnAirOfHouse(admin, new Date())} withShows />
      </div>
    </>
  );
}
