"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { Company } from "@/lib/episodes/presence";
import type { Session } from "./session";

const BEAT_MS = 4_000;

/** Who else has the episode open. When one of them has saved, the page is asked for again and the session hears of it. */
export function useCompany(episode: string, session: Session): Company[] {
  const router = useRouter();
  const [others, setOthers] = useState<Company[]>([]);
  useEffect(() => {
    const address = `/api/studio/episodes/${episode}/presence/${tabId()}`;
    const beat = async () => {
      if (document.hidden) return;
      const answer = await fetch(address, { method: "PUT" }).catch(() => null);
      if (!answer?.ok) return;
      const told: { version: number; others: Company[] } = await answer.json();
      setOthers(told.others);
      if (told.version > session.state().version) router.refresh();
    };
    const leave = () => void fetch(address, { method: "DELETE", keepalive: true }).catch(() => null);
    const clock = setInterval(() => void beat(), BEAT_MS);
    const ears = new AbortController();
    document.addEventListener("visibilitychange", () => void beat(), { signal: ears.signal });
    addEventListener("pagehide", leave, { signal: ears.signal });
    void beat();
    return () => {
      clearInterval(clock);
      ears.abort();
      leave();
    };
  }, [episode, session, router]);
  return others;
}

/** `crypto.randomUUID` is not there on plain http. */
function tabId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
