"use client";

import { classes } from "@/components/ui/classes";

type Props = { days: string[]; chosen: string; onChoose(date: string): void };

/** The coming days as quick choices. */
export function WeekStrip({ days, chosen, onChoose }: Props) {
  return (
    <div className="grid grid-cols-7 border-y">
      {days.map((date) => (
        <button
          key={date}
          type="button"
          aria-pressed={date === chosen}
          onClick={() => onChoose(date)}
          className={classes(
            "relative flex min-h-14 min-w-0 flex-col items-center justify-center text-small transition-colors duration-150 -outline-offset-2 hover:bg-wash",
            date === chosen && "bg-ink text-paper hover:bg-ink-soft",
          )}
        >
          <span className="sr-only">{words(date, { weekday: "long", day: "numeric", month: "long" })}</span>
          <span aria-hidden="true" className={date === chosen ? "" : "text-quiet"}>
            {words(date, { weekday: "short" }).slice(0, 2)}
          </span>
          <span aria-hidden="true" className="font-medium">
            {words(date, { day: "numeric" })}
          </span>
        </button>
      ))}
    </div>
  );
}

const words = (date: string, fields: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...fields }).format(new Date(`${date}T00:00:00Z`));
