"use client";

import { useEffect, useState } from "react";
import { useEditor } from "./editing/context";
import { type EditorState, errorsOf, unsaved } from "./editing/state";
import { listOf } from "./field-words";

/** Whether what was typed is safe, in a few words. */
export function SaveWords() {
  const { state, mayEdit } = useEditor();
  const now = useNow();
  if (!mayEdit) return null;
  const words = wordsOf(state);
  const trouble = words.startsWith("Not saved");
  return (
    <>
      <span aria-hidden="true" className={`min-w-0 truncate text-small ${trouble ? "text-signal" : "text-quiet"}`}>
        {words}
        {words === "Saved" && state.save.kind === "saved" && state.save.at && (
          <span className="max-md:hidden">{ago(state.save.at, now)}</span>
        )}
      </span>
      <span role="status" className="sr-only">
        {words}
      </span>
    </>
  );
}

function wordsOf(state: EditorState): string {
  const { save } = state;
  if (save.kind === "lost" || save.kind === "ended") return `Not saved: ${save.sentence}`;
  const errors = errorsOf(state);
  const left = unsaved(state).filter((name) => errors[name] || state.conflicts[name]);
  if (left.length > 0) return `Not saved: ${listOf(left)}`;
  if (save.kind === "saved") return "Saved";
  return save.kind === "saving" ? "Saving…" : "Not yet saved";
}

function ago(at: Date, now: number): string {
  const seconds = Math.max(0, Math.round((now - at.getTime()) / 1000));
  if (seconds < 2) return "";
  if (seconds < 60) return ` ${seconds} s ago`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return ` ${minutes} min ago`;
  return ` at ${at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`;
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(clock);
  }, []);
  return now;
}
