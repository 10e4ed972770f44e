"use client";

import { useEffect, useRef } from "react";
import { LocalTime } from "@/components/local-time";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { CopyButton } from "@/components/ui/copy-button";
import { tellWithUndo, useActing } from "./acting";
import { takeBack } from "./actions";

export type Links = { page: string; feed: string; enclosure: string | null };

type Props = {
  episode: string;
  at: Date;
  links: Links;
  /** It has just gone out, by a press in this very panel. */
  fresh: boolean;
  firstOfShow: boolean;
};

/** What is out: since when, where, and the way to take it down. */
export function OnAir({ episode, at, links, fresh, firstOfShow }: Props) {
  return (
    <div className="grid grid-cols-1 gap-6">
      <Headline at={at} fresh={fresh} />
      <div className="min-w-0 border-y">
        <Address words="Page" label="Copy page address" value={links.page} />
        <Address words="Feed" label="Copy feed address" value={links.feed} />
        {links.enclosure && <Address words="Audio" label="Copy audio address" value={links.enclosure} />}
      </div>
      {fresh && firstOfShow && <WhatNext feed={links.feed} />}
      <div className="flex flex-wrap gap-3">
        <a href={links.page} className={buttonLook({ size: "small" })}>
          Open page
        </a>
        <TakeDown episode={episode} />
      </div>
    </div>
  );
}

function Headline({ at, fresh }: { at: Date; fresh: boolean }) {
  const words = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone: the focus goes to what came of it.
  useEffect(() => {
    if (fresh) words.current?.focus();
  }, [fresh]);
  return (
    <div className="flex items-start gap-4">
      <span
        aria-hidden="true"
        className={`mt-[0.55em] size-4 shrink-0 rounded-full bg-signal ${fresh ? "flare" : ""}`}
      />
      <div>
        <h3 ref={words} tabIndex={-1} className="tight text-long font-semibold tracking-[-0.02em] outline-none">
          On the air
        </h3>
        <p className="mt-1 text-small text-quiet">
          since <LocalTime at={at} time />
          {fresh && ". It is in the feed; apps fetch it within the hour."}
        </p>
      </div>
    </div>
  );
}

function Address({ words, label, value }: { words: string; label: string; value: string }) {
  return (
    <div className="flex min-h-11 min-w-0 flex-wrap items-center gap-x-3 text-small [&+div]:border-t">
      <span className="w-11 shrink-0 text-quiet">{words}</span>
      <span className="min-w-0 flex-1 truncate" title={value}>
        {value.replace(/^https?:\/\//, "")}
      </span>
      <CopyButton value={value} label={label} size="icon" variant="quiet" className="-me-2.5 shrink-0" />
    </div>
  );
}

const WhatNext = ({ feed }: { feed: string }) => (
  <section aria-label="What next" className="grid gap-3 border-s-2 border-signal ps-4">
    <p className="font-medium">The first episode of your show is out.</p>
    <p className="text-small text-quiet">
      Now let people find it: Apple Podcasts, Spotify and the other directories ask once for the address of your feed,
      and from then on fetch every episode by themselves.
    </p>
    <CopyButton value={feed} label="Copy feed address" className="justify-self-start" />
  </section>
);

function TakeDown({ episode }: { episode: string }) {
  const { act, busy, refusal } = useActing(episode);
  const takeDown = () => act(takeBack, {}, (values) => tellWithUndo(episode, "Unpublished.", values));
  return (
    <>
      <Button variant="secondary" size="small" busy={busy} onClick={takeDown}>
        Unpublish
      </Button>
      {refusal && (
        <p role="alert" className="text-small">
          {refusal.sentence}
        </p>
      )}
    </>
  );
}
