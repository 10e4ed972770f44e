"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { toast } from "@/components/ui/toast";
import type { FileHandle } from "./handles";

/** Who takes a file that is dropped on the page: the nearest one to what the page is about. */
type Taker = { words: string; rank: number; take(file: File, handle: FileHandle | null): void };

let takers: readonly Taker[] = [];
let over = false;
const listeners = new Set<() => void>();

function tell(change: () => void): void {
  change();
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const best = (): Taker | undefined => takers.toSorted((a, b) => b.rank - a.rank)[0];
const shown = (): string | null => (over ? (best()?.words ?? null) : null);

/** Takes files dropped anywhere on the page while it is there; `words` say what will come of it. */
export function useDrop(words: string | null, rank: number, take: Taker["take"]): void {
  const onTake = useEffectEvent(take);
  useEffect(() => {
    if (words === null) return;
    const taker: Taker = { words, rank, take: (file, handle) => onTake(file, handle) };
    tell(() => (takers = [...takers, taker]));
    return () => tell(() => (takers = takers.filter((each) => each !== taker)));
  }, [words, rank]);
}

/** Lies over the page while a file is held above it. */
export function DropSheet() {
  const words = useSyncExternalStore(subscribe, shown, () => null);
  useEffect(listen, []);
  if (words === null) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-40 grid place-items-center bg-paper/90 p-6">
      <p className="grid size-full place-items-center rounded-xl border-2 border-dashed border-signal text-center text-long font-semibold tracking-[-0.02em]">
        {words}
      </p>
    </div>
  );
}

/** The page stays what it is, even where nobody takes a file. */
function listen(): () => void {
  const ears = new AbortController();
  let depth = 0;
  const on = <K extends keyof WindowEventMap>(type: K, hear: (event: WindowEventMap[K]) => void) =>
    addEventListener(type, hear, { signal: ears.signal });
  const hover = (now: boolean) => over !== now && tell(() => (over = now));
  on("dragenter", (event) => {
    if (!holdsFiles(event)) return;
    depth += 1;
    hover(true);
  });
  on("dragleave", (event) => {
    if (!holdsFiles(event)) return;
    depth -= 1;
    if (depth <= 0) hover(false);
  });
  on("dragover", (event) => holdsFiles(event) && event.preventDefault());
  on("drop", (event) => {
    depth = 0;
    hover(false);
    if (!holdsFiles(event)) return;
    event.preventDefault();
    const [file, ...others] = event.dataTransfer?.files ?? [];
    if (!file) return;
    if (best() && others.length > 0) toast({ title: `One file at a time: “${file.name}” is taken.` });
    void handleOf(event.dataTransfer?.items[0]).then((handle) => best()?.take(file, handle));
  });
  return () => ears.abort();
}

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") ?? false;

async function handleOf(item: DataTransferItem | undefined): Promise<FileHandle | null> {
  const dropped = item as { getAsFileSystemHandle?(): Promise<FileHandle | null> } | undefined;
  const handle = (await dropped?.getAsFileSystemHandle?.().catch(() => null)) ?? null;
  return handle?.kind === "file" ? handle : null;
}
