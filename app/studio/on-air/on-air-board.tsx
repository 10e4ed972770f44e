"use client";

import { useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import type { OnAir } from "@/lib/downloads/on-air";
import { useLive } from "../live/use-live";
import { useRefresh } from "../live/use-refresh";
import { Figures } from "./figures";
import { Spark } from "./spark";
import { AppTable, EpisodeTable } from "./voices";

type Props = {
  topic: `air:${string}`;
  begin: OnAir;
  /** says beside an episode whose it is */
  withShows?: boolean;
};

/** What is on the air, as the house tells it: once a second while something is, and nothing while nothing is. */
export function OnAirBoard({ topic, begin, withShows = false }: Props) {
  const [onAir, setOnAir] = useState(begin);
  const [begun, setBegun] = useState(begin);
  const { refreshSoon } = useRefresh();
  if (begun !== begin) {
    setBegun(begin);
    setOnAir(begin);
  }
  useLive(topic, (event) => {
    if (event?.told) setOnAir(event.told as OnAir);
    // What was last heard of may have ended while nothing was heard, and then nobody tells it.
    else if (!event) refreshSoon();
  });
  const isQuiet = onAir.streams === 0 && onAir.requests.every((count) => count === 0) && sumOf(onAir.bytes) === 0;
  if (isQuiet)
    return (
      <EmptyState title="Nothing is on the air just now.">
        <p>
          Nobody has asked for audio or a feed in the last minute. When somebody does it shows here by itself; leave the
          page open.
        </p>
      </EmptyState>
    );
  return (
    <>
      <Figures onAir={onAir} />
      <Spark bytes={onAir.bytes} />
      <div className="mt-12 grid gap-x-14 gap-y-12 xl:grid-cols-2">
        <EpisodeTable episodes={onAir.episodes} withShows={withShows} />
        <AppTable apps={onAir.apps} />
      </div>
    </>
  );
}

const sumOf = (figures: number[]) => figures.reduce((sum, figure) => sum + figure, 0);
