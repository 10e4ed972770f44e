"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { CalendarEntry } from "@/lib/episodes/calendar";
import { clockNotes, momentIn, placeIn, timeOfDay } from "@/lib/episodes/schedule-words";
import { readWallTime, wallTimeAt } from "@/lib/episodes/zones";

type Props = {
  entry: CalendarEntry;
  zone: string;
  now: Date;
  onMove(id: string, date: string): void;
  onClose(): void;
};

/** What dragging does, by keyboard and on a phone: another day, the same time of day. */
export function MoveDialog({ entry, zone, now, onMove, onClose }: Props) {
  const wall = wallTimeAt(entry.at, zone);
  const [date, setDate] = useState(wall.date);
  const reading = date ? readWallTime({ date, time: wall.time }, zone) : null;
  const hasPassed = reading !== null && reading.at <= now;
  const move = (event: FormEvent) => {
    event.preventDefault();
    if (!reading || hasPassed) return;
    onMove(entry.id, date);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Move to another day"
      description={`“${entry.title}” keeps its time of day: ${timeOfDay(wall.time)}, ${placeIn(zone)}.`}
    >
      <form onSubmit={move} className="grid gap-8">
        <Field
          name="date"
          id="move-date"
          label="Day"
          error={hasPassed ? "That moment has passed. Choose a later day." : undefined}
          hint={reading && clockNotes(reading, zone, now).join(" ")}
        >
          <Input
            type="date"
            value={date}
            min={wallTimeAt(now, zone).date}
            max="9998-12-31"
            onChange={(event) => setDate(event.target.value)}
          />
        </Field>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" disabled={!reading || hasPassed || date === wall.date}>
            {reading ? `Move to ${momentIn(reading.at, zone, now)}` : "Choose a day"}
          </Button>
          <DialogClose>
            <Button variant="secondary">Keep the day</Button>
          </DialogClose>
        </div>
      </form>
    </Dialog>
  );
}
