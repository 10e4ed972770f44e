"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { cancel, dismiss, type Item } from "./desk";
import { Gauge } from "./gauge";
import { secondsLeft } from "./pace";
import { useUploads } from "./use-uploads";
import { percent, timeLeft } from "./words";

const READY_SHOWN_MS = 8_000;

/** What is on its way, at the foot of every page. */
export function UploadLine() {
  const items = useUploads();
  if (items.length === 0) return null;
  return (
    <section
      aria-label="Uploads"
      className="sticky bottom-0 z-20 -mx-5 border-t bg-paper px-5 md:-mx-8 md:px-8 lg:-mx-12 lg:px-12"
    >
      <p role="status" className="sr-only">
        {items.filter(isOver).map(({ state, title }) => `${verbs[state]} “${title}”. `)}
      </p>
      <ul className="divide-y">
        {items.map((item) => (
          <Line key={item.episode} item={item} />
        ))}
      </ul>
    </section>
  );
}

function Line({ item }: { item: Item }) {
  const { show, episode, title, state, sent, size } = item;
  const over = isOver(item);
  useEffect(() => {
    if (state !== "ready") return;
    const timer = setTimeout(() => dismiss(episode), READY_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state, episode]);
  return (
    <li className="relative flex min-h-12 items-center gap-x-4 text-small">
      {!over && <Gauge sent={sent} size={size} className="absolute inset-x-0 -top-px" label={null} />}
      <p className="min-w-0 grow truncate py-2">
        <span className="text-quiet">{verbs[state]} </span>
        <Link href={`/studio/${show}/episodes/${episode}#audio`} prefetch={false} className="link font-medium">
          “{title}”
        </Link>
        <span className="tabular-nums text-quiet">{detailOf(item)}</span>
      </p>
      {over && (
        <Button
          variant="quiet"
          size="icon"
          className="-me-3 shrink-0"
          aria-label={`Dismiss “${title}”`}
          onClick={() => dismiss(episode)}
        >
          <X aria-hidden="true" />
        </Button>
      )}
      {(state === "fileless" || state === "paused") && (
        <Button variant="quiet" size="small" className="-me-3 shrink-0" onClick={() => cancel(episode)}>
          Cancel<span className="sr-only"> the upload of “{title}”</span>
        </Button>
      )}
    </li>
  );
}

const isOver = ({ state }: Item): boolean => state === "ready" || state === "refused" || state === "failed";

const verbs: Record<Item["state"], string> = {
  looking: "Looking at",
  sending: "Uploading",
  paused: "Paused:",
  waiting: "No network:",
  fileless: "Stopped:",
  checking: "Checking",
  ready: "Ready:",
  refused: "Refused:",
  failed: "Not sent:",
};

function detailOf({ state, sent, size, rate }: Item): string {
  if (!["sending", "paused", "waiting", "fileless"].includes(state)) return "";
  const left = state === "sending" ? timeLeft(secondsLeft(size - sent, rate)) : "";
  return ["", percent(sent, size), left].filter((part, index) => index === 0 || part).join(" · ");
}
