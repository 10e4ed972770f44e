"use client";

import { useEffect, useState } from "react";
import type { Found } from "@/lib/episodes/commands";
import { fetchFound } from "./fetch-found";

const PAUSE_MS = 90;
const nothing: Found = { shows: [], episodes: [], workspaces: [] };

/** What the server finds for what is typed; the answer before stays until the next has come. */
export function useFound(text: string, slug: string | null): { found: Found; isAsking: boolean; isLost: boolean } {
  const [state, setState] = useState({ found: nothing, isAsking: true, isLost: false });
  useEffect(() => {
    const leaving = new AbortController();
    setState((before) => ({ ...before, isAsking: true }));
    const ask = async () => {
      const query = new URLSearchParams({ q: text, ...(slug && { in: slug }) });
      const found = await fetchFound(query, leaving.signal);
      if (!leaving.signal.aborted) setState({ found: found ?? nothing, isAsking: false, isLost: !found });
    };
    const timer = window.setTimeout(ask, text ? PAUSE_MS : 0);
    return () => {
      window.clearTimeout(timer);
      leaving.abort();
    };
  }, [text, slug]);
  return state;
}
