"use client";

import { useEffect, useRef, useState } from "react";
import { LocalTime } from "@/components/local-time";
import { useKeptFocus } from "@/components/ui/use-kept-focus";
import type { EpisodeFields } from "@/lib/episodes/fields";
import type { OwnPreview } from "@/lib/episodes/previews";
import { episodeState } from "@/lib/episodes/state";
import { useNow } from "../../../../clock/use-now";
import { jumpTo } from "../../../../jump";
import { EpisodeBadge } from "../../../episode-badge";
import { Checklist } from "./checklist";
import { useFieldsAtHand } from "./fields-at-hand";
import { GuestLinks } from "./guest-links";
import { type Around, linesFor, type Saved } from "./lines";
import { type Links, OnAir } from "./on-air";
import { PublishForm } from "./publish-form";
import { Waiting } from "./waiting";

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
  const heading = useRef<HTMLHeadingElement>(null);
  const keepsFocus = useKeptFocus(heading);
  useEffect(jumpWhereAsked, []);
  const fields = useFieldsAtHand(episode.id, episode.fields);
  const { blockers, advice } = linesFor(fields, episode, show);
  const state = episodeState(episode, now);
  const { publishAt, unpublishedAt, firstPublishedAt } = episode;
  const common = { episode: episode.id, ownZone, now, blocked: blockers.length > 0, onDone: setFresh };
  return (
    <section aria-labelledby="publish-heading" className="grid grid-cols-1 gap-7" {...keepsFocus}>
      <div className="flex items-baseline justify-between gap-4">
        <h2 ref={heading} id="publish-heading" tabIndex={-1} className="text-item font-semibold outline-none">
          Publish
        </h2>
        <EpisodeBadge state={state} />
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

/** Where the search leads to the panel or to its links for guests, the keyboard goes on there. */
function jumpWhereAsked(): void {
  const { hash } = window.location;
  if (hash === "#publish" || hash === "#guests") jumpTo(hash.slice(1));
}
