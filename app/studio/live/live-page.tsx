"use client";

import { useEffect, useEffectEvent } from "react";
import { watch } from "./line";
import { useRefresh } from "./use-refresh";

type Props = {
  /** "workspace:…", "show:…" and ids; together at most what one connection takes */
  topics: string[];
};

/** Keeps a page as it is for everybody: asks for it again when something of its topics changed. */
export function LivePage({ topics }: Props) {
  const { refreshSoon } = useRefresh();
  const hear = useEffectEvent(refreshSoon);
  const all = topics.join(" ");
  useEffect(() => {
    const ends = all
      .split(" ")
      .filter(Boolean)
      .map((topic) => watch(topic, () => hear()));
    return () => {
      for (const end of ends) end();
    };
  }, [all]);
  return null;
}
