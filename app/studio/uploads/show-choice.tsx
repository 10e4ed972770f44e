"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { buttonLook } from "@/components/ui/button-look";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { voice } from "@/components/voice";
import type { ShowFound } from "@/lib/episodes/commands";
import { editableShows } from "../commands/fetch-found";

/** The search offers so many at most: then there may be more. */
const MANY = 7;

type Props = {
  name: string;
  /** what is offered before a word is typed */
  first: ShowFound[];
  onChoose(slug: string): void;
  onClose(): void;
};

/** Asks which show a dropped file becomes an episode of. */
export function ShowChoice({ name, first, onChoose, onClose }: Props) {
  const [text, setText] = useState("");
  const shows = useShows(text.trim(), first);
  if (first.length === 0) return <NoShow name={name} onClose={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Which show is it for?"
      description={`“${name}” becomes a new episode, a draft that nobody else sees.`}
    >
      {first.length >= MANY && (
        <Input
          type="search"
          aria-label="Search shows"
          placeholder="Search shows"
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="mb-4"
        />
      )}
      <Shows shows={shows} onChoose={onChoose} />
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

/** Those that fit what is typed; the ones before stay until they have come. */
function useShows(text: string, first: ShowFound[]): ShowFound[] {
  const [shows, setShows] = useState(first);
  useEffect(() => {
    const leaving = new AbortController();
    const found = text ? editableShows(text, leaving.signal) : Promise.resolve(first);
    void found.then((shows) => !leaving.signal.aborted && shows && setShows(shows));
    return () => leaving.abort();
  }, [text, first]);
  return shows;
}
