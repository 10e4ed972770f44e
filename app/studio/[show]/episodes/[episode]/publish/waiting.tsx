"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { countdown, momentIn, placeIn, timeOfDay } from "@/lib/episodes/schedule-words";
import { wallTimeAt } from "@/lib/episodes/zones";
import { useZone } from "../../../../clock/use-zone";
import { tellWithUndo, useActing } from "./acting";
import { publishAt, takeBack } from "./actions";
import { PublishForm } from "./publish-form";

type Props = {
  episode: string;
  at: Date;
  ownZone: string | null;
  blocked: boolean;
  now: Date;
  onDone(out: boolean): void;
};

/** What is scheduled: when, and the ways to move it, to cancel it, or not to wait. */
export function Waiting({ episode, at, ownZone, blocked, now, onDone }: Props) {
  const [zone] = useZone(ownZone);
  const [moving, setMoving] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  // What is pressed is gone by the next moment: the focus stays where it stood.
  const turn = (to: boolean) => {
    place.current?.focus({ preventScroll: true });
    setMoving(to);
  };
  const { act, actOnSaved, busy, refusal } = useActing(episode);
  const cancel = () => act(takeBack, {}, (values) => tellWithUndo(episode, "The schedule is cancelled.", values));
  const goOut = () => {
    // In the zone of the page one wall time may be two moments, in autumn.
    const { date, time } = wallTimeAt(now, "UTC");
    actOnSaved(publishAt, { date, time, zone: "UTC" }, (values) => {
      tellWithUndo(episode, "Published.", values);
      onDone(true);
    });
  };
  return (
    <div className="grid gap-6">
      <p className="tight text-long font-semibold tracking-[-0.02em] text-balance">
        <time dateTime={at.toISOString()}>{momentIn(at, zone, now)}</time>
        <span className="mt-1 block text-small font-normal tracking-normal text-quiet">
          {placeIn(zone)}, {countdown(now, at)} · {timeOfDay(wallTimeAt(at, "UTC").time)} UTC
        </span>
      </p>
      {refusal && <p role="alert">{refusal.sentence}</p>}
      <div ref={place} tabIndex={-1} className="outline-none">
        {moving ? (
          <PublishForm
            {...{ episode, ownZone, blocked, now }}
            scheduled={at}
            first={null}
            onDone={(out) => {
              turn(false);
              onDone(out);
            }}
          />
        ) : (
          <Button variant="primary" className="w-full" onClick={() => turn(true)}>
            Move
          </Button>
        )}
      </div>
      <div className="flex flex-wrap gap-3">
        <Button variant="secondary" size="small" busy={busy} onClick={goOut} disabled={blocked}>
          Publish now
        </Button>
        <Button variant="secondary" size="small" busy={busy} onClick={cancel}>
          Cancel schedule
        </Button>
        {moving && (
          <Button variant="quiet" size="small" onClick={() => turn(false)}>
            Keep the time
          </Button>
        )}
      </div>
    </div>
  );
}
