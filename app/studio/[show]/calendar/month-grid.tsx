"use client";

import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import type { CalendarEntry } from "@/lib/episodes/calendar";
import { monthWords, weeksOf } from "@/lib/episodes/month";
import { wallTimeAt } from "@/lib/episodes/zones";
import { EntryLine, type View } from "./entry-line";

/** What a grid is put together from: as it is, or so that it can be dragged. */
export type Pieces = {
  Shell(props: { onDrop(id: string, date: string): void; children: ReactNode }): ReactNode;
  Day(props: { date: string; isPast: boolean; className: string; children: ReactNode }): ReactNode;
  Entry(props: { entry: CalendarEntry; children: ReactNode }): ReactNode;
};

export const plainPieces: Pieces = {
  Shell: ({ children }) => children,
  Day: ({ className, children }) => <td className={className}>{children}</td>,
  Entry: ({ children }) => children,
};

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

type Props = View & { pieces: Pieces; onDrop(id: string, date: string): void };

/** The month as a table of weeks, where there is room for one. */
export function MonthGrid({ pieces: { Shell, Day, Entry }, onDrop, ...view }: Props) {
  const { month, zone, now, entries } = view;
  const today = wallTimeAt(now, zone).date;
  const byDay = Map.groupBy(entries, ({ at }) => wallTimeAt(at, zone).date);
  return (
    <Shell onDrop={onDrop}>
      <table className="mt-6 hidden w-full table-fixed border-collapse md:table">
        <caption className="sr-only">{monthWords(month)}</caption>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th
                key={name}
                scope="col"
                abbr={name}
                className="px-1.5 pb-2 first:ps-0 text-start text-small font-normal text-quiet"
              >
                {name.slice(0, 3)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]} className="border-t">
              {week.map((date) => (
                <Day key={date} date={date} isPast={date < today} className={dayLook(date, month)}>
                  <DayNumber date={date} isToday={date === today} />
                  {byDay.has(date) && (
                    <ul className="mt-1.5 grid gap-1">
                      {byDay.get(date)?.map((entry) => (
                        <li key={entry.id} className="min-w-0">
                          <Entry entry={entry}>
                            <EntryLine entry={entry} {...view} compact />
                          </Entry>
                        </li>
                      ))}
                    </ul>
                  )}
                </Day>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Shell>
  );
}

const dayLook = (date: string, month: string): string =>
  classes("h-28 px-1.5 py-2 align-top first:ps-0 last:pe-0", !date.startsWith(month) && "text-quiet");

const DayNumber = ({ date, isToday }: { date: string; isToday: boolean }) => (
  <time dateTime={date} className="flex items-center gap-2 text-small">
    {Number(date.slice(8))}
    {isToday && (
      <>
        <span aria-hidden="true" className="size-1.5 rounded-full bg-signal" />
        <span className="text-quiet">today</span>
      </>
    )}
  </time>
);
