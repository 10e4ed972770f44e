import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { fieldsOf } from "@/lib/episodes/fields";
import { findEpisodeFor } from "@/lib/episodes/queries";
import { requireSignedIn } from "@/lib/web/session";
import { saveEpisode } from "./actions";
import { EpisodeForm } from "./episode-form";
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
  const { show: slug, episode: id } = await params;
  const episode = await episodeAt(slug, id);
  if (!episode) notFound();
  const mayEdit = (await findEpisodeFor(episode.by, id, "editor")) !== null;
  const { show, version } = episode;
  return (
    <EpisodeForm
      show={{ slug, title: show.title, language: show.language, explicit: show.explicit }}
      episode={{ id, version, fields: fieldsOf(episode) }}
      mayEdit={mayEdit}
      save={saveEpisode}
      publish={mayEdit && <PublishPanel episode={id} />}
    />
  );
}
