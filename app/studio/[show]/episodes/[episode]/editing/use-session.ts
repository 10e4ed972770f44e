"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useSyncExternalStore } from "react";
import { onJoining } from "@/app/studio/uploads/desk";
import type { Snapshot } from "@/lib/episodes/history";
import { tellFields } from "../publish/fields-at-hand";
import { offerToSave } from "../save-now";
import { type Draft, type Drafts, draftsOf } from "./drafts";
import { fieldsIn } from "./form";
import { openSession, type Session } from "./session";
import { isMissing } from "./state";
import { episodeTransport } from "./transport";

const nothing = { keep: () => {}, find: () => null, forget: () => {} };

/** The session of this page, for as long as it is open; `found` is what an earlier opening could not save. */
export function useSession(episode: { id: string; snapshot: Snapshot }, me: string) {
  const { id, snapshot } = episode;
  const [drafts] = useState(() =>
    typeof localStorage === "undefined"
      ? nothing
      : draftsOf(localStorage, { user: me, episode: id, opened: Date.now() }),
  );
  const [session] = useState(() =>
    openSession(snapshot, { transport: episodeTransport(id), drafts, me, now: () => new Date() }),
  );
  const [found, setFound] = useState<Draft | null>(null);
  const state = useSyncExternalStore(session.subscribe, session.state, session.state);
  useEffect(() => setFound(stillMissing(drafts, session)), [drafts, session]);
  useEffect(() => session.hear(snapshot), [session, snapshot]);
  useEffect(() => offerToSave(session.saveNow), [session]);
  useEffect(() => onJoining(id, session.hold), [id, session]);
  useEffect(() => keepWatch(session), [session]);
  useEffect(() => tellFields(id, fieldsIn(state.form)), [id, state.form]);
  useEffect(() => () => tellFields(id, null), [id]);
  useRefresh(state.save.kind === "saved" ? state.save.at : null);
  const decide = (wanted: boolean) => {
    if (found && wanted) session.bringBack(found);
    drafts.forget();
    setFound(null);
  };
  return { session, state, found, decide };
}

/** What an earlier opening left behind and the house has not: a save on leaving arrives without telling that page. */
function stillMissing(drafts: Drafts, session: Session): Draft | null {
  const draft = drafts.find();
  if (!draft || isMissing(session.state(), draft)) return draft;
  drafts.forget();
  return null;
}

/** What stands beside the form is told by the house: whether it can be published, its address. */
function useRefresh(savedAt: Date | null): void {
  const router = useRouter();
  useEffect(() => {
    if (savedAt && navigator.onLine) router.refresh();
  }, [savedAt, router]);
}

const LEAVE = "Some of what you typed is not saved yet. Leave all the same?";

/** Saves when the page goes out of sight, tries again when the connection is back, and warns before work would be left behind. */
function keepWatch(session: Session): () => void {
  const ears = new AbortController();
  const { signal } = ears;
  const isOnItsWay = () => ["waiting", "saving"].includes(session.state().save.kind);
  addEventListener("online", () => session.retry(), { signal });
  addEventListener("focus", () => session.retry(), { signal });
  document.addEventListener("visibilitychange", () => document.hidden && void session.saveNow(), { signal });
  addEventListener("beforeunload", (event) => session.unsaved().length > 0 && event.preventDefault(), { signal });
  document.addEventListener(
    "click",
    (event) => {
      if (!leads(event) || session.unsaved().length === 0 || isOnItsWay() || confirm(LEAVE)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { signal, capture: true },
  );
  return () => {
    ears.abort();
    void session.saveNow();
  };
}

/** A press on a link of the house that takes this page away. Other ones unload it, which is asked about by itself. */
function leads({ target, button, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || button !== 0 || ctrlKey || metaKey || shiftKey || link.target) return false;
  return link.origin === location.origin && link.pathname !== location.pathname;
}
