"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { longDay, momentIn, placeIn, publishWords } from "@/lib/episodes/schedule-words";
import { addDays, readWallTime, type WallTime, wallTimeAt } from "@/lib/episodes/zones";
import { useZone } from "../../../../clock/use-zone";
import { tellWithUndo, useActing } from "./acting";
import { publishAt, publishNow } from "./actions";
import { ModeChoice } from "./mode-choice";
import { WhenFields } from "./when-fields";

type Props = {
  episode: string;
  /** Where it is scheduled already: then it moves. */
  scheduled: Date | null;
  /** The first date of publication, which it keeps. */
  first: Date | null;
  ownZone: string | null;
  blocked: boolean;
  now: Date;
  /** `out`: it is on the air now, not only scheduled. */
  onDone(out: boolean): void;
};

/** When it goes out, and the button that says so letter by letter. */
export function PublishForm({ episode, scheduled, first, ownZone, blocked, now, onDone }: Props) {
  const [zone, setZone] = useZone(ownZone);
  const [mode, setMode] = useState<"now" | "time">(scheduled ? "time" : "now");
  const [typed, setTyped] = useState<WallTime | null>(null);
  const { actOnSaved, busy, refusal, forget } = useActing(episode);
  const wall = typed ?? (scheduled ? wallTimeAt(scheduled, zone) : tomorrow(now, zone));
  const at = mode === "now" ? null : instantOf(wall, zone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    forget();
    if (mode === "now") return actOnSaved(publishNow, {}, (values) => told("Published.", values));
    actOnSaved(publishAt, { ...wall, zone }, (values) => told(outcome(at, zone, now), values));
  };
  const told = (title: string, values: Record<string, unknown>) => {
    tellWithUndo(episode, title, values);
    onDone(!at || at <= now);
  };
  return (
    <form onSubmit={submit} className="grid gap-6">
      {refusal && <ErrorSummary problem={refusal} />}
      {!scheduled && <ModeChoice mode={mode} onMode={setMode} first={first && longDay(first, zone)} />}
      {mode === "time" && (
        <WhenFields
          wall={wall}
          zone={zone}
          now={now}
          errors={refusal?.errors ?? {}}
          onWall={setTyped}
          onZone={setZone}
        />
      )}
      <Button
        type="submit"
        variant="signal"
        busy={busy}
        disabled={blocked || (mode === "time" && !at)}
        className="w-full text-balance"
      >
        {mode === "time" && !at ? "Choose a day and a time" : publishWords({ at, first, zone, now })}
      </Button>
    </form>
  );
}

/** An unfinished day or time is none. */
function instantOf(wall: WallTime, zone: string): Date | null {
  return /^\d{4}-\d\d-\d\d$/.test(wall.date) && wall.time ? readWallTime(wall, zone).at : null;
}

const tomorrow = (now: Date, zone: string): WallTime => ({
  date: addDays(wallTimeAt(now, zone).date, 1),
  time: "06:00",
});

const outcome = (at: Date | null, zone: string, now: Date): string =>
  at && at > now ? `Scheduled for ${momentIn(at, zone, now)}, ${placeIn(zone)}.` : "Published, back-dated.";
