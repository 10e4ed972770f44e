"use client";

import Link from "next/link";
import { buttonLook } from "@/components/ui/button-look";
import { voice } from "@/components/voice";
import type { Company as Person } from "@/lib/episodes/presence";
import { EpisodeBadge } from "../../episode-badge";
import { Company } from "./company";
import type { EditedEpisode } from "./edited-episode";
import { HistoryButton } from "./history/history-button";
import { SaveWords } from "./save-words";

type Props = { episode: EditedEpisode; others: Person[] };

/** Stays in sight: where this is, how it stands with it, and whether what was typed is safe. */
export function EditorBar({ episode: { id, show, state }, others }: Props) {
  return (
    <div className="editor-bar sticky top-0 z-10 -mx-5 -mt-6 flex flex-wrap items-center justify-between gap-x-6 border-b bg-paper px-5 py-2 md:-mx-8 md:px-8 lg:mx-0 lg:-mt-10 lg:px-0">
      <p className="hidden min-w-0 truncate text-small text-quiet md:block">
        <Link href={`/studio/${show.slug}`} prefetch={false} className="link" {...voice(show.language)}>
          {show.title}
        </Link>
      </p>
      <div className="flex min-h-11 min-w-0 flex-1 items-center gap-x-5 md:justify-end">
        <Company others={others} />
        <EpisodeBadge state={state} />
        <SaveWords />
      </div>
      <HistoryButton episode={id} />
      <a href="#publish" className={buttonLook({ variant: "secondary", size: "small", className: "lg:hidden" })}>
        {state === "draft" || state === "unpublished" ? "Publish" : "On air"}
      </a>
    </div>
  );
}
