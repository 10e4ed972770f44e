import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { audioStatus } from "@/lib/episodes/audio-status";
import { snapshotOf } from "@/lib/episodes/history";
import { nextPlace } from "@/lib/episodes/numbering";
import { type FullEpisode, findEpisodeFor } from "@/lib/episodes/queries";
import { episodeState } from "@/lib/episodes/state";
import { artworkAddress } from "@/lib/media/addresses";
import { findMediaFor } from "@/lib/media/queries";
import { showPage } from "@/lib/shows/addresses";
import { slugFrom } from "@/lib/shows/slug";
import { requireSignedIn } from "@/lib/web/session";
import { TakedownNotice } from "../../../takedown-notice";
import { saveEpisode } from "./actions";
import { AudioSection } from "./audio-section";
import type { EditedEpisode } from "./edited-episode";
import { Editor } from "./editor";
import { PublishPanel } from "./publish/publish-panel";

type Props = { params: Promise<{ show: string; episode: string }> };

// The page and its title ask for the same episode.
const episodeAt = cache(async (show: string, id: string) => {
  const episode = await findEpisodeFor(await requireSignedIn(), id, "analyst");
  return episode?.show.slug === show ? episode : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { show, episode } = await params;
  return { title: (await episodeAt(show, episode))?.title };
}

export default async function EpisodePage({ params }: Props) {
  const { show, episode: id } = await params;
  const episode = await episodeAt(show, id);
  if (!episode) notFound();
  const mayEdit = (await findEpisodeFor(episode.by, id, "editor")) !== null;
  return (
    <>
      <TakedownNotice show={episode.show} episode={episode} />
      <Editor
        key={id}
        episode={await edited(episode, new Date())}
        me={episode.by.user.id}
        mayEdit={mayEdit}
        save={saveEpisode}
        audio={
          <AudioSection
            show={{ slug: show }}
            episode={{ id, title: episode.title, isOut: episode.publishAt !== null }}
            status={await audioStatus(episode)}
            me={episode.by.user.id}
            mayEdit={mayEdit}
          />
        }
        publish={mayEdit && <PublishPanel episode={id} />}
      />
    </>
  );
}

async function edited(episode: NonNullable<Awaited<ReturnType<typeof episodeAt>>>, now: Date): Promise<EditedEpisode> {
  const { id, show } = episode;
  const [snapshot, next, artwork] = await Promise.all([
    snapshotOf(episode),
    nextPlace(show, id),
    episode.artwork ?? (show.artworkId ? findMediaFor(episode.by, show.artworkId, "analyst") : null),
  ]);
  return {
    ...{ id, snapshot, next, state: episodeState(episode, now), slug: slugOfTitle(episode) },
    show: {
      ...{ slug: show.slug, title: show.title, language: show.language, explicit: show.explicit },
      page: showPage(show.slug),
    },
    artwork: { own: episode.artwork !== null, src: artwork && artworkAddress(artwork) },
  };
}

/** Once it was public its address is known, and a new title is no reason for another. */
const slugOfTitle = ({ title, firstPublishedAt, publishAt }: FullEpisode): string | null =>
  firstPublishedAt || publishAt ? null : slugFrom(title, () => "") || null;
