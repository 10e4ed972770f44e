import type { ReactNode } from "react";
import { PlayerBar } from "@/components/player/player-bar";

/** The player stands outside the pages, so that it goes on from one to the next. */
export default function ListenLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <PlayerBar />
    </>
  );
}
