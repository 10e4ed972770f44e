import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import type { Granted } from "@/lib/accounts/actor";
import { findTimeZone } from "@/lib/accounts/time-zone";
import { isTimeZone } from "@/lib/accounts/zone-names";
import { listCalendar } from "@/lib/episodes/calendar";
import { isMonth, weeksOf } from "@/lib/episodes/month";
import { nextPublication } from "@/lib/episodes/next-publication";
import { wallTimeAt } from "@/lib/episodes/zones";
import { findShowFor, type ShowWithArtwork } from "@/lib/shows/queries";
import { requireSignedIn } from "@/lib/web/session";
import { LinesToCome } from "../../lines-to-come";
import { fieldOf, type Query } from "../../query";
import { ShowHeading } from "../show-heading";
import { Calendar } from "./calendar";

export const metadata: Metadata = { title: "Calendar" };

const DAY_MS = 24 * 3600_000;

type Props = { params: Promise<{ show: string }>; searchParams: Promise<Query> };

export default async function CalendarPage({ params, searchParams }: Props) {
  const { show: slug } = await params;
  const actor = await requireSignedIn();
  const show = await findShowFor(actor, slug, "analyst");
  if (!show) notFound();
  const now = new Date();
  const query = await searchParams;
  const asked = fieldOf(query, "zone");
  const zone = isTimeZone(asked) ? asked : await findTimeZone(actor);
  const asks = isMonth(fieldOf(query, "month"));
  const month = asks ? fieldOf(query, "month") : wallTimeAt(now, zone ?? "UTC").date.slice(0, 7);
  return (
    <>
      <ShowHeading show={show} />
      <Suspense fallback={<LinesToCome words="The calendar is on its way." />}>
        <Month {...{ show, month, zone, now }} isPresent={!asks} />
      </Suspense>
    </>
  );
}

type MonthProps = {
  show: Granted<ShowWithArtwork, "analyst">;
  month: string;
  /** no month was asked for: it is that of this moment */
  isPresent: boolean;
  zone: string | null;
  now: Date;
};

async function Month({ show, month, isPresent, zone, now }: MonthProps) {
  const { slug, language } = show;
  const [entries, next, editable] = await Promise.all([
    listCalendar(show, spanOf(month), now),
    nextPublication(show, now),
    findShowFor(show.by, slug, "editor"),
  ]);
  return (
    <Calendar
      {...{ month, isPresent, entries, next, now }}
      show={{ slug, language }}
      given={zone}
      mayEdit={editable !== null}
    />
  );
}

/** All the days that a month's weeks show, in whatever zone. */
function spanOf(month: string): { from: Date; to: Date } {
  const days = weeksOf(month).flat();
  const at = (day = "") => new Date(`${day}T00:00:00Z`).getTime();
  return { from: new Date(at(days[0]) - DAY_MS), to: new Date(at(days.at(-1)) + 2 * DAY_MS) };
}
