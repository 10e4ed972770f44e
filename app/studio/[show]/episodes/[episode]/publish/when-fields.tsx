"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { clockNotes, comingDays } from "@/lib/episodes/schedule-words";
import { readWallTime, type WallTime } from "@/lib/episodes/zones";
import { ZoneSelect } from "../../../../clock/zone-select";
import { WeekStrip } from "./week-strip";

const DAYS = 7;

type Props = {
  wall: WallTime;
  zone: string;
  now: Date;
  errors: Record<string, string>;
  onWall(wall: WallTime): void;
  onZone(zone: string): void;
};

/** Day, time and zone, by the platform's own pickers, with the coming days a press away. */
export function WhenFields({ wall, zone, now, errors, onWall, onZone }: Props) {
  return (
    <div className="grid gap-5">
      <WeekStrip
        days={comingDays(wall.time || "00:00", zone, now, DAYS)}
        chosen={wall.date}
        onChoose={(date) => onWall({ ...wall, date })}
      />
      <div className="grid grid-cols-[minmax(0,1.2fr)_minmax(7.5rem,1fr)] gap-4">
        <Field name="date" id="publish-date" label="Day" error={errors.date}>
          <Input
            type="date"
            min="1900-01-01"
            max="9998-12-31"
            value={wall.date}
            onChange={(event) => onWall({ ...wall, date: event.target.value })}
          />
        </Field>
        <Field name="time" id="publish-time" label="Time" error={errors.time}>
          <Input type="time" value={wall.time} onChange={(event) => onWall({ ...wall, time: event.target.value })} />
        </Field>
      </div>
      <Field name="zone" id="publish-zone" label="Zone" error={errors.zone}>
        <ZoneSelect zone={zone} onChange={onZone} />
      </Field>
      <ClockNotes wall={wall} zone={zone} now={now} />
    </div>
  );
}

function ClockNotes({ wall, zone, now }: Pick<Props, "wall" | "zone" | "now">) {
  const notes = wall.date && wall.time ? clockNotes(readWallTime(wall, zone), zone, now) : [];
  return (
    <div role="status" className="empty:sr-only">
      {notes.map((note) => (
        <p key={note} className="border-s-2 border-edge ps-3 text-small text-quiet">
          {note}
        </p>
      ))}
    </div>
  );
}
