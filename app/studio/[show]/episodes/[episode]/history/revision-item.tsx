"use client";

import { ChevronDown } from "lucide-react";
import { useState, useTransition } from "react";
import { LocalTime } from "@/components/local-time";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import type { Revision, RevisionLine } from "@/lib/episodes/history";
import { useEditor } from "../editing/context";
import { listOf } from "../field-words";
import { Difference } from "./difference";
import { fetchLines, fetchRevision, restore, type Sent } from "./fetch-history";

type Props = {
  episode: string;
  line: Sent<RevisionLine>;
  /** the version that stands now; null: this one does */
  latest: number | null;
  close(): void;
};

/** One save: who, when and which fields; opened, the difference that it made. */
export function RevisionItem({ episode, line, latest, close }: Props) {
  const { version, at, by, changed, first } = line;
  const [open, setOpen] = useState(false);
  const [revision, setRevision] = useState<Sent<Revision> | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const toggle = async () => {
    setOpen(!open);
    if (open || revision) return;
    const found = await fetchRevision(episode, version);
    setRevision(found);
    setRefusal(found ? null : "It did not arrive: the connection was lost. Close it and try again.");
  };
  const what = first ? "Began the episode" : `Changed ${listOf(changed)}`;
  return (
    <li className="border-b">
      <button
        type="button"
        aria-expanded={open}
        className="grid w-full grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-3 text-start"
        onClick={() => void toggle()}
      >
        <span>
          <span className="block font-medium">{what}</span>
          <span className="block text-small text-quiet">
            {by} · <LocalTime at={new Date(at)} time />
            {latest === null && " · stands now"}
          </span>
        </span>
        <ChevronDown aria-hidden="true" className={`size-5 text-quiet ${open ? "rotate-180" : ""}`} />
      </button>
      {open && (
        <div className="pb-5">
          {revision && <Difference revision={revision} />}
          {!revision && !refusal && <Skeleton className="w-2/3" />}
          {revision && latest !== null && (
            <Restore episode={episode} version={version} refuse={setRefusal} close={close} />
          )}
          <p role="status" className="mt-3 text-small text-signal empty:sr-only">
            {refusal}
          </p>
        </div>
      )}
    </li>
  );
}

type RestoreProps = {
  episode: string;
  version: number;
  refuse(sentence: string): void;
  close(): void;
};

function Restore({ episode, version, refuse, close }: RestoreProps) {
  const { session, mayEdit } = useEditor();
  const [busy, begin] = useTransition();
  if (!mayEdit) return null;
  const bring = async (wanted: number): Promise<string | null> => {
    await session.saveNow();
    const answer = await restore(episode, wanted, session.state().version);
    if (typeof answer === "string") return answer;
    session.replace(answer);
    return null;
  };
  const undo = (before: number) =>
    void bring(before).then((refused) => refused && toast({ title: refused, urgent: true }));
  const press = () =>
    begin(async () => {
      await session.saveNow();
      // More may have been saved since the list was opened.
      const before = (await fetchLines(episode, null))?.[0]?.version;
      const refused = await bring(version);
      if (refused) return refuse(refused);
      close();
      toast({
        title: "The earlier version is back.",
        ...(before && { action: { label: "Undo", run: () => undo(before) } }),
      });
    });
  return (
    <Button size="small" variant="secondary" className="mt-5" busy={busy} onClick={press}>
      Restore this version
    </Button>
  );
}
