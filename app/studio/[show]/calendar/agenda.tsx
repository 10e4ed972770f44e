"use client";

import { wallTimeAt } from "@/lib/episodes/zones";
import { EntryLine, type View } from "./entry-line";

/** The month as a list of the days that have something: on a phone. */
export function Agenda({ entries, ...view }: View) {
  const inMonth = entries.filter(({ at }) => wallTimeAt(at, view.zone).date.startsWith(view.month));
  const days = Map.groupBy(inMonth, ({ at }) => wallTimeAt(at, view.zone).date);
  return (
    <ol className="mt-6 border-t empty:hidden md:hidden">
      {[...days].map(([date, those]) => (
        <li key={date} className="grid grid-cols-[3.5rem_minmax(0,1fr)] border-b py-1">
          <time dateTime={date} className="pt-2.5">
            <span className="block text-item leading-none font-semibold">{Number(date.slice(8))}</span>
            <span className="text-small text-quiet">{weekday(date)}</span>
          </time>
          <ul>
            {those.map((entry) => (
              <li key={entry.id}>
                <EntryLine entry={entry} {...view} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

const weekday = (date: string): string =>
  new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
