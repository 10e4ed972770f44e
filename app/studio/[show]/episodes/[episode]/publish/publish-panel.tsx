import { findTimeZone } from "@/lib/accounts/time-zone";
import { fieldsOf } from "@/lib/episodes/fields";
import { listPreviewLinks } from "@/lib/episodes/previews";
import { findEpisodeFor } from "@/lib/episodes/queries";
import { standingOf } from "@/lib/episodes/standing";
import { audioAddress } from "@/lib/media/addresses";
import type { Media } from "@/lib/media/queries";
import { episodePage, feedAddress } from "@/lib/shows/addresses";
import { currentActor } from "@/lib/web/session";
import { PublishDesk } from "./publish-desk";

/** The panel beside an episode's form: nothing for those who may not publish. */
export async function PublishPanel({ episode: id }: { episode: string }) {
  const actor = await currentActor();
  const episode = actor && (await findEpisodeFor(actor, id, "editor"));
  if (!actor || !episode) return null;
  const now = new Date();
  const [ownZone, guests, standing] = await Promise.all([
    findTimeZone(actor),
    listPreviewLinks(episode, now),
    standingOf(episode, now),
  ]);
  const { show, audio, publishAt, unpublishedAt, firstPublishedAt } = episode;
  const { slug, title, type, explicit, description, artworkId, takenDownAt } = show;
  return (
    <PublishDesk
      episode={{
        ...{ id, publishAt, unpublishedAt, firstPublishedAt },
        fields: fieldsOf(episode),
        hasArtwork: episode.artworkId !== null,
        takenDownAt: episode.takenDownAt,
        audio: audio && only(audio),
      }}
      show={{ slug, title, type, explicit, description, artworkId, takenDownAt, numbered: standing.othersNumbered }}
      links={{
        page: episodePage(slug, episode.slug),
        feed: feedAddress(slug),
        enclosure: audio?.state === "ready" ? audioAddress(audio) : null,
      }}
      {...{ guests, ownZone, now }}
      firstOfShow={standing.firstOfShow}
    />
  );
}

/** What the checklist asks of the audio. */
const only = ({ state, reason, duration, bitrate, type }: Media) => ({ state, reason, duration, bitrate, type });
