import type { Metadata } from "next";
import { Suspense } from "react";
import { PageHeading } from "@/components/ui/page-heading";
import type { HouseAdmin } from "@/lib/accounts/actor";
import { findOnAirOfHouse } from "@/lib/downloads/on-air";
import { requireHouseAdmin } from "@/lib/web/session";
import { BoardToCome } from "../../studio/on-air/board-to-come";
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
        <Suspense fallback={<BoardToCome />}>
          <Board admin={admin} />
        </Suspense>
      </div>
    </>
  );
}

const Board = async ({ admin }: { admin: HouseAdmin }) => (
  <OnAirBoard topic="air:house" begin={await findOnAirOfHouse(admin, new Date())} withShows />
);
