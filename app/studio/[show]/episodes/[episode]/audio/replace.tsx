"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";

type Props = { name: string; isOut: boolean; onYes(): void; onNo(): void };

/** Asked before a file takes another's place: that one cannot be brought back. */
export function Replace({ name, isOut, onYes, onNo }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  // It is gone by the next moment, and the focus with it, unless that stays with what was asked about.
  const answer = (act: () => void) => {
    box.current?.closest("section")?.focus();
    act();
  };
  return (
    <div
      ref={box}
      role="alertdialog"
      aria-label="Replace the audio"
      tabIndex={-1}
      onKeyDown={(event) => event.key === "Escape" && answer(onNo)}
      className="mt-5 max-w-text border-s-2 border-signal ps-4 focus-visible:outline-none"
    >
      <p className="font-medium">Replace the audio with “{name}”?</p>
      {isOut && (
        <p className="mt-1 text-small text-quiet">
          The episode is out or scheduled: it keeps its present file until the new one has been checked. Listeners then
          get the new one, under a new address; the old one goes on for 30 days.
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button size="small" onClick={() => answer(onYes)}>
          Replace
        </Button>
        <Button size="small" variant="quiet" onClick={() => answer(onNo)}>
          Keep the present one
        </Button>
      </div>
    </div>
  );
}
