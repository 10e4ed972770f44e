"use client";

import { useRouter } from "next/navigation";
import { useEffect, useOptimistic, useState, useTransition } from "react";
import { toast } from "@/components/ui/toast";
import type { CalendarEntry } from "@/lib/episodes/calendar";
import { momentIn } from "@/lib/episodes/schedule-words";
import { readWallTime, wallTimeAt } from "@/lib/episodes/zones";
import { answerOf } from "../../../answer-of";
import { useNow } from "../../clock/use-now";
import { useZone } from "../../clock/use-zone";
import { formOf, tellWithUndo } from "../episodes/[episode]/publish/acting";
import { moveEpisode } from "./actions";
import { Agenda } from "./agenda";
import { MonthBar } from "./month-bar";
import { MonthGrid, type Pieces, plainPieces } from "./month-grid";
import { MoveDialog } from "./move-dialog";

type Props = {
  show: { slug: string; language: string };
  month: string;
  /** It is this month, as far as the server knows without a zone. */
  isPresent: boolean;
  entries: CalendarEntry[];
  /** The next that is scheduled, in whatever month. */
  next: Date | null;
  mayEdit: boolean;
  /** The zone by the address or the user's own; null: the browser's. */
  given: string | null;
  now: Date;
};

/** A month of a show: what came out and what is to come, on its days in one zone. */
export function Calendar({ show, month, isPresent, entries, next, mayEdit, given, now: first }: Props) {
  const router = useRouter();
  const now = useNow(first);
  const [zone, chooseZone] = useZone(given);
  const pieces = usePieces(mayEdit && entries.some(({ state }) => state === "scheduled"));
  const [moving, setMoving] = useState<CalendarEntry | null>(null);
  const [shown, move] = useMoves(entries, zone, now);
  const hrefOf = (other: string, inZone = zone) => `?month=${other}&zone=${encodeURIComponent(inZone)}`;
  const present = monthIn(now, zone);
  useEffect(() => {
    if (isPresent && present !== month) router.replace(`?month=${present}`, { scroll: false });
  }, [isPresent, present, month, router]);
  const view = { show, month, zone, now, entries: shown, onMove: mayEdit ? setMoving : null };
  return (
    <>
      <MonthBar
        {...{ month, zone, hrefOf, now, next }}
        isEmpty={!shown.some(({ at }) => monthIn(at, zone) === month)}
        onZone={(other) => {
          chooseZone(other);
          router.replace(hrefOf(month, other), { scroll: false });
        }}
      />
      <MonthGrid {...view} pieces={pieces} onDrop={move} />
      <Agenda {...view} />
      {moving && <MoveDialog entry={moving} {...{ zone, now }} onMove={move} onClose={() => setMoving(null)} />}
    </>
  );
}

const monthIn = (at: Date, zone: string): string => wallTimeAt(at, zone).date.slice(0, 7);

/** Dragging comes after the page: who only looks does not wait for it. */
function usePieces(wanted: boolean): Pieces {
  const [pieces, setPieces] = useState<Pieces>(plainPieces);
  useEffect(() => {
    if (wanted) void import("./drag-pieces").then(({ dragPieces }) => setPieces(dragPieces));
  }, [wanted]);
  return pieces;
}

/** A moved entry stands on its new day at once, and goes back should the house refuse. */
function useMoves(entries: CalendarEntry[], zone: string, now: Date) {
  const [, start] = useTransition();
  const [shown, show] = useOptimistic(entries, (all, { id, at }: { id: string; at: Date }) =>
    all.map((entry) => (entry.id === id ? { ...entry, at } : entry)),
  );
  const move = (id: string, date: string) => {
    const entry = shown.find((one) => one.id === id);
    const wall = entry && wallTimeAt(entry.at, zone);
    if (!wall || wall.date === date) return;
    const { at } = readWallTime({ date, time: wall.time }, zone);
    if (at <= new Date()) return toast({ title: "That moment has passed. Choose a later day." });
    start(async () => {
      show({ id, at });
      const state = await answerOf(() => moveEpisode(null, formOf({ episode: id, date, zone })));
      if (state?.ok === false) toast({ title: state.sentence, urgent: true });
      else tellWithUndo(id, `Moved to ${momentIn(at, zone, now)}.`, state?.values ?? {});
    });
  };
  return [shown, move] as const;
}
