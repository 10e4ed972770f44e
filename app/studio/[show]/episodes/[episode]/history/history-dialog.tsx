"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { RevisionLine } from "@/lib/episodes/history";
import { fetchLines, type Sent } from "./fetch-history";
import { RevisionItem } from "./revision-item";

type Props = { episode: string; open: boolean; onOpenChange(open: boolean): void };

/** Every save of the episode, latest first, each with what it changed and the way back to it. */
export function HistoryDialog({ episode, open, onOpenChange }: Props) {
  return (
    <Dialog
      title="History"
      description="Everything that was saved, and by whom. Audio and artwork are not part of it."
      open={open}
      onOpenChange={onOpenChange}
    >
      <Lines episode={episode} close={() => onOpenChange(false)} />
    </Dialog>
  );
}

function Lines({ episode, close }: { episode: string; close(): void }) {
  const [lines, setLines] = useState<Sent<RevisionLine>[] | null>(null);
  const [failed, setFailed] = useState(false);
  const last = lines?.at(-1);
  const show = (before: number | null) =>
    fetchLines(episode, before).then((found) => {
      setFailed(!found);
      if (found) setLines((known) => (before === null ? found : [...(known ?? []), ...found]));
    });
  useEffect(() => {
    void fetchLines(episode, null).then((found) => {
      setFailed(!found);
      setLines(found);
    });
  }, [episode]);
  if (failed && !lines)
    return (
      <div>
        <p>The history did not arrive: the connection was lost.</p>
        <Button size="small" className="mt-4" onClick={() => void show(null)}>
          Try again
        </Button>
      </div>
    );
  return (
    <div aria-busy={!lines} className="-mx-1 max-h-[62dvh] overflow-y-auto px-1">
      {lines ? (
        <ol className="border-t">
          {lines.map((line, index) => (
            <RevisionItem
              key={line.version}
              episode={episode}
              line={line}
              latest={index === 0 ? null : (lines[0]?.version ?? null)}
              close={close}
            />
          ))}
        </ol>
      ) : (
        <div className="grid gap-5 border-t pt-5">
          <Skeleton className="w-3/4" />
          <Skeleton className="w-1/2" />
          <Skeleton className="w-2/3" />
        </div>
      )}
      {last && !last.first && (
        <Button size="small" variant="secondary" className="mt-5" onClick={() => void show(last.version)}>
          Show earlier saves
        </Button>
      )}
      <p role="status" className="mt-3 text-small text-signal empty:sr-only">
        {failed && "The earlier saves did not arrive: the connection was lost. Try again."}
      </p>
    </div>
  );
}
