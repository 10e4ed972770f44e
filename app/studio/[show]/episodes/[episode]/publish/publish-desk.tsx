"use client";

import { type ComponentProps, useState } from "react";
import { LocalTime } from "@/components/local-time";
import { Badge } from "@/components/ui/badge";
import type { EpisodeFields } from "@/lib/episodes/fields";
import type { OwnPreview } from "@/lib/episodes/previews";
import { type EpisodeState, episodeState } from "@/lib/episodes/state";
import { useNow } from "../../../../clock/use-now";
import { Checklist } from "./checklist";
import { useFieldsAtHand } from "./fields-at-hand";
import { GuestLinks } from "./guest-links";
import { type Around, linesFor, type Saved } from "./lines";
import { type Links, OnAir } from "./on-air";
import { PublishForm } from "./publish-form";
import { Waiting } from "./waiting";

const states: Record<EpisodeState, { tone: ComponentProps<typeof Badge>["tone"]; name: string }> = {
  draft: { tone: "idle", name: "Draft" },
  scheduled: { tone: "waiting", name: "Scheduled" },
  published: { tone: "live", name: "Published" },
  unpublished: { tone: "done", name: "Unpublished" },
};

export type Publication = { publishAt: Date | null; unpublishedAt: Date | null; firstPublishedAt: Date | null };

type Props = {
  episode: Saved & Publication & { id: string; fields: EpisodeFields };
  show: Around & { slug: string };
  links: Links;
  guests: OwnPreview[];
  firstOfShow: boolean;
  ownZone: string | null;
  now: Date;
};

/** Beside an editor's form: what is missing, when it goes out, and what came of it. */
export function PublishDesk({ episode, show, links, guests, firstOfShow, ownZone, now: first }: Props) {
  const now = useNow(first, episode.publishAt);
  const [fresh, setFresh] = useState(false);
  const fields = useFieldsAtHand(episode.id, episode.fields);
  const { blockers, advice } = linesFor(fields, episode, show);
  const state = episodeState(episode, now);
  const { publishAt, unpublishedAt, firstPublishedAt } = episode;
  const common = { episode: episode.id, ownZone, now, blocked: blockers.length > 0, onDone: setFresh };
  return (
    <section aria-labelledby="publish-heading" className="grid grid-cols-1 gap-7">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="publish-heading" className="text-item font-semibold">
          Publish
        </h2>
        <Badge tone={states[state].tone}>{states[state].name}</Badge>
      </div>
      {state === "published" && publishAt && (
        <OnAir {...{ episode: episode.id, links, fresh, firstOfShow }} at={publishAt} />
      )}
      {state === "scheduled" && publishAt && <Waiting {...common} at={publishAt} />}
      {state === "unpublished" && unpublishedAt && (
        <p className="text-small text-quiet">
          Unpublished <LocalTime at={unpublishedAt} time />. Its page and audio answer nobody.
        </p>
      )}
      <Checklist {...{ blockers, advice }} isOut={state === "published"} />
      {(state === "draft" || state === "unpublished") && (
        <PublishForm {...common} scheduled={null} first={firstPublishedAt} />
      )}
      {(state !== "published" || guests.length > 0) && <GuestLinks episode={episode.id} links={guests} />}
    </section>
  );
}
