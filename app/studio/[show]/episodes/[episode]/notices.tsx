"use client";

import { LocalTime } from "@/components/local-time";
import { Button } from "@/components/ui/button";
import type { FieldName } from "@/lib/episodes/fields";
import { useEditor } from "./editing/context";
import type { Draft } from "./editing/drafts";
import { listOf } from "./field-words";

type Props = { found: Draft | null; decide(wanted: boolean): void };

/** What has happened to this page beside the typing: work found from before, and what others saved. */
export function Notices({ found, decide }: Props) {
  const { session, state, mayEdit } = useEditor();
  const { told } = state;
  return (
    <div role="status" className="grid gap-4 empty:sr-only [&>div]:mt-6">
      {!mayEdit && <p className="pt-6 text-small text-quiet">You can look at this episode, but not change it.</p>}
      {found && (
        <Notice
          words={
            <>
              Found in this browser, from <LocalTime at={new Date(found.at)} time />: changes that never reached the
              house, in {listOf(Object.keys(found.form) as FieldName[])}.
            </>
          }
        >
          <Button size="small" onClick={() => decide(true)}>
            Bring them back
          </Button>
          <Button size="small" variant="quiet" onClick={() => decide(false)}>
            Discard
          </Button>
        </Notice>
      )}
      {told && (
        <Notice
          words={`${told.by} saved ${listOf(told.fields)}.${told.merged ? " What you typed is still here." : " It is on this page now."}`}
        >
          <Button size="small" variant="quiet" onClick={session.dismissTold}>
            Dismiss
          </Button>
        </Notice>
      )}
    </div>
  );
}

const Notice = ({ words, children }: { words: React.ReactNode; children: React.ReactNode }) => (
  <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-s-2 border-signal ps-4">
    <p className="min-w-60 flex-1 text-small">{words}</p>
    <div className="flex gap-2">{children}</div>
  </div>
);
