"use client";

import { CalendarArrowUp } from "lucide-react";
import Link from "next/link";
import { classes } from "@/components/ui/classes";
import { voice } from "@/components/voice";
import type { CalendarEntry } from "@/lib/episodes/calendar";
import { timeOfDay } from "@/lib/episodes/schedule-words";
import { wallTimeAt } from "@/lib/episodes/zones";

export type View = {
  show: { slug: string; language: string };
  month: string;
  zone: string;
  now: Date;
  entries: CalendarEntry[];
  /** Opens the dialog that moves an entry; null for those who may not. */
  onMove: ((entry: CalendarEntry) => void) | null;
};

type Props = Pick<View, "show" | "zone" | "now" | "onMove"> & { entry: CalendarEntry; compact?: boolean };

/** An episode on its day: whether it is out, when, and what. What is still to come can be moved. */
export function EntryLine({ show, zone, now, onMove, entry, compact = false }: Props) {
  const isOut = entry.at <= now;
  return (
    <div className="group/entry flex items-start gap-1 text-small">
      <Link
        href={`/studio/${show.slug}/episodes/${entry.id}`}
        prefetch={false}
        draggable={false}
        className={classes("min-w-0 grow hover:underline hover:underline-offset-4", !compact && "py-2.5")}
      >
        <span className="flex items-center gap-1.5 text-quiet">
          <span
            aria-hidden="true"
            className={classes("size-1.5 shrink-0 rounded-full border border-signal", isOut && "bg-signal")}
          />
          {timeOfDay(wallTimeAt(entry.at, zone).time)}
          <span className="sr-only">{isOut ? "out" : "scheduled"}</span>
        </span>
        <span
          className={classes("font-medium", compact ? "line-clamp-2 leading-snug" : "block")}
          {...voice(show.language)}
        >
          {entry.title}
        </span>
      </Link>
      {onMove && !isOut && (
        <button
          type="button"
          aria-label={`Move ${entry.title}`}
          onClick={() => onMove(entry)}
          className={classes(
            "inline-grid shrink-0 place-items-center rounded-full text-quiet hover:bg-wash hover:text-ink",
            compact ? "size-7 pointer-fine:not-focus-visible:not-group-hover/entry:opacity-0" : "size-11",
          )}
        >
          <CalendarArrowUp aria-hidden="true" className="size-4" />
        </button>
      )}
    </div>
  );
}
