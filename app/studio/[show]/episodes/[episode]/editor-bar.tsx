"use client";

import Link from "next/link";
import type { ComponentProps } from "react";
import { Badge } from "@/components/ui/badge";
import { buttonLook } from "@/components/ui/button-look";
import { voice } from "@/components/voice";
import type { Company as Person } from "@/lib/episodes/presence";
import type { EpisodeState } from "@/lib/episodes/state";
import { Company } from "./company";
import type { EditedEpisode } from "./edited-episode";
import { HistoryButton } from "./history/history-button";
import { SaveWords } from "./save-words";

const states: Record<EpisodeState, { tone: ComponentProps<typeof Badge>["tone"]; name: string }> = {
  draft: { tone: "idle", name: "Draft" },
  scheduled: { tone: "waiting", name: "Scheduled" },
  published: { tone: "live", name: "Published" },
  unpublished: { tone: "done", name: "Unpublished" },
};

type Props = { episode: EditedEpisode; others: Person[] };

/** Stays in sight: where this is, how it stands with it, and whether what was typed is safe. */
export function EditorBar({ episode: { id, show, state }, others }: Props) {
  const { tone, name } = states[state];
  return (
    <div className="editor-bar sticky top-0 z-10 -mx-5 -mt-6 flex flex-wrap items-center justify-between gap-x-6 border-b bg-paper px-5 py-2 md:-mx-8 md:px-8 lg:mx-0 lg:-mt-10 lg:px-0">
      <p className="hidden min-w-0 truncate text-small text-quiet md:block">
        <Link href={`/studio/${show.slug}`} prefetch={false} className="link" {...voice(show.language)}>
          {show.title}
        </Link>
      </p>
      <div className="flex min-h-11 min-w-0 flex-1 items-center gap-x-5 md:justify-end">
        <Company others={others} />
        <Badge tone={tone}>{name}</Badge>
        <SaveWords />
      </div>
      <HistoryButton episode={id} />
      <a href="#publish" className={buttonLook({ variant: "secondary", size: "small", className: "lg:hidden" })}>
        {state === "draft" || state === "unpublished" ? "Publish" : "On air"}
      </a>
    </div>
  );
}
