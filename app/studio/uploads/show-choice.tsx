"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { buttonLook } from "@/components/ui/button-look";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import { voice } from "@/components/voice";
import type { ShowFound } from "@/lib/episodes/commands";
import { editableShows } from "../commands/fetch-found";

/** From so many on there may be more than are listed. */
const MANY = 6;

type Props = { name: string; onChoose(slug: string): void; onClose(): void };

/** Asks which show a dropped file becomes an episode of. */
export function ShowChoice({ name, onChoose, onClose }: Props) {
  const [text, setText] = useState("");
  const { shows, isMany } = useShows(text.trim());
  if (shows?.length === 0 && !text) return <NoShow name={name} onClose={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Which show is it for?"
      description={`“${name}” becomes a new episode, a draft that nobody else sees.`}
    >
      {isMany && (
        <Input
          type="search"
          aria-label="Search shows"
          placeholder="Search shows"
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="mb-4"
        />
      )}
      {shows ? <Shows shows={shows} onChoose={onChoose} /> : <Skeleton className="w-2/3" />}
    </Dialog>
  );
}

const Shows = ({ shows, onChoose }: { shows: ShowFound[]; onChoose(slug: string): void }) =>
  shows.length > 0 ? (
    <ul className="border-t">
      {shows.map(({ slug, title, language }) => (
        <li key={slug} className="border-b">
          <button
            type="button"
            onClick={() => onChoose(slug)}
            className="min-h-11 w-full truncate py-3 text-start font-medium hover:underline hover:underline-offset-4"
            {...voice(language)}
          >
            {title}
          </button>
        </li>
      ))}
    </ul>
  ) : (
    <p role="status" className="text-quiet">
      No show of yours is called that.
    </p>
  );

/** There is nothing yet that it could become an episode of. */
const NoShow = ({ name, onClose }: Pick<Props, "name" | "onClose">) => (
  <Dialog
    open
    onOpenChange={onClose}
    title="It needs a show first."
    description={`There is no show that you may add episodes to. Make one, then drop “${name}” again.`}
    actions={
      <Link href="/studio/new" prefetch={false} onClick={onClose} className={buttonLook()}>
        New show
      </Link>
    }
  />
);

/** Those that fit; the ones before stay until they have come. Whether there are many is found once. */
function useShows(text: string): { shows: ShowFound[] | null; isMany: boolean } {
  const [state, setState] = useState<{ shows: ShowFound[] | null; isMany: boolean }>({ shows: null, isMany: false });
  useEffect(() => {
    const leaving = new AbortController();
    void editableShows(text, leaving.signal).then((shows) => {
      if (!leaving.signal.aborted && shows)
        setState((before) => ({ shows, isMany: before.isMany || shows.length >= MANY }));
    });
    return () => leaving.abort();
  }, [text]);
  return state;
}
