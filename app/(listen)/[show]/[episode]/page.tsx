import type { Metadata } from "next";
import { DisplayTitle } from "@/components/display-title";
import { EpisodeFacts } from "@/components/episode-facts";
import { Gone } from "@/components/gone";
import { JsonLd } from "@/components/json-ld";
import { Notes } from "@/components/notes";
import { EpisodePlayer } from "@/components/player/episode-player";
import { trackOf } from "@/components/player/track";
import { ShowFrame, Spread } from "@/components/show-frame";
import { ShowLink } from "@/components/show-link";
import { podcastEpisode } from "@/components/structured-data";
import { bytesInWords } from "@/lib/accounts/bytes";
import { houseName } from "@/lib/accounts/house-settings";
import { seekLinks } from "@/lib/episodes/timestamps";
import { accentPair } from "@/lib/shows/accent";
import { requireEpisode } from "../../address";
import { episodeCard, goneCard } from "../../share-card";

type Props = {
  params: Promise<{ show: string; episode: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { show, episode } = await params;
  const found = await requireEpisode(show, episode);
  return "gone" in found ? goneCard : episodeCard(found.show, found.episode);
}

export default async function EpisodePage({ params, searchParams }: Props) {
  const slugs = await params;
  const found = await requireEpisode(slugs.show, slugs.episode);
  if ("gone" in found) return <Gone house={await houseName()} takenDown={found.takenDown} />;
  const { show, episode } = found;
  const accent = accentPair(show.accent);
  return (
    <ShowFrame show={show} accent={accent}>
      <JsonLd data={podcastEpisode(show, episode)} />
      <main className="grid gap-y-12 pt-5 lg:gap-y-20 lg:pt-12">
        <Spread aside={<ShowLink show={show} artworkUrl={episode.artworkUrl ?? show.artworkUrl} />}>
          <DisplayTitle title={episode.title} language={show.language} />
          <div className="mt-5 lg:mt-7">
            <EpisodeFacts episode={episode} language={show.language} />
          </div>
          <div className="mt-6 lg:mt-8">
            <EpisodePlayer track={trackOf(show, episode, accent)} startAt={startOf(await searchParams)} />
          </div>
        </Spread>
        <Spread ruled aside={<Download enclosure={episode.enclosure} />}>
          {episode.notesHtml && (
            <Notes html={seekLinks(episode.notesHtml, episode.duration)} language={show.language} />
          )}
        </Spread>
      </main>
    </ShowFrame>
  );
}

function Download({ enclosure }: { enclosure: { url: string; type: string; length: number } }) {
  return (
    <a className="link" href={enclosure.url} download>
      Download <span className="text-small text-quiet">{bytesInWords(enclosure.length)}</span>
    </a>
  );
}

/** `?t=90`: where to begin, in seconds. */
function startOf({ t }: Awaited<Props["searchParams"]>): number | null {
  return typeof t === "string" && /^\d{1,6}$/.test(t) ? Number(t) : null;
}
