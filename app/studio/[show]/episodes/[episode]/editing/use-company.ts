"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { tabId } from "@/app/studio/live/tab-id";
import { useLive } from "@/app/studio/live/use-live";
import type { Company } from "@/lib/episodes/presence";
import type { Session } from "./session";

const BEAT_MS = 10_000;

/** Who else has the episode open. What one of them saves is asked for at once, and the session hears of it. */
export function useCompany(episode: string, session: Session, me: string): Company[] {
  const router = useRouter();
  const [others, setOthers] = useState<Company[]>([]);
  const say = useCallback(
    async (method: "PUT" | "DELETE") => {
      if (session.state().save.kind === "ended") return null; // nobody is there any more
      return fetch(`/api/studio/episodes/${episode}/presence/${tabId()}`, { method, keepalive: true }).catch(
        () => null,
      );
    },
    [episode, session],
  );
  const catchUp = useCallback(async () => {
    await session.look();
    // A page that is asked for without a connection would be left for the browser's own words about that.
    if (navigator.onLine) router.refresh();
  }, [session, router]);
  const beat = useCallback(async () => {
    const answer = await say("PUT");
    if (!answer?.ok) return;
    const told: { version: number; others: Company[] } = await answer.json();
    setOthers(told.others);
    if (told.version > session.state().version) await catchUp();
  }, [say, session, catchUp]);
  useLive(`episode:${episode}`, (event) => {
    if (event?.kind === "deleteEpisode") return session.end();
    // My own coming and going, in this tab or another, is no news of the others.
    if (event?.kind === "presence" && event.by === me) return;
    if (!event || event.kind === "presence") void beat();
    else if ((event.version ?? Number.POSITIVE_INFINITY) > session.state().version) void catchUp();
  });
  useEffect(() => {
    const clock = setInterval(() => !document.hidden && void beat(), BEAT_MS);
    const leave = () => void say("DELETE");
    addEventListener("pagehide", leave);
    void beat();
    return () => {
      clearInterval(clock);
      removeEventListener("pagehide", leave);
      leave();
    };
  }, [say, beat]);
  return others;
}
