import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { findOnAir } from "@/lib/downloads/on-air";
import { findShowFor } from "@/lib/shows/queries";
import { requireSignedIn } from "@/lib/web/session";
import { BoardToCome } from "../../on-air/board-to-come";
import { OnAirBoard } from "../../on-air/on-air-board";
import { ShowHeading } from "../show-heading";

export const metadata: Metadata = { title: "On air" };

type Props = { params: Promise<{ show: string }> };

export default async function OnAirPage({ params }: Props) {
  const { show: slug } = await params;
  const show = await findShowFor(await requireSignedIn(), slug, "analyst");
  if (!show) notFound();
  return (
    <>
      <ShowHeading show={show} />
      <div className="mt-8 lg:mt-12">
        <Suspense fallback={<BoardToCome />}>
          <Board show={show} />
        </Suspense>
      </div>
    </>
  );
}

const Board = async ({ show }: { show: Parameters<typeof findOnAir>[0] }) => (
  <OnAirBoard topic={`air:${show.id}`} begin={await findOnAir(show, new Date())} />
);
