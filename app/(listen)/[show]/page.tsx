import type { Metadata } from "next";
import { Artwork } from "@/components/artwork";
import { DisplayTitle } from "@/components/display-title";
import { EpisodeList } from "@/components/episode-list";
import { Gone } from "@/components/gone";
import { JsonLd } from "@/components/json-ld";
import { ShowFrame, Spread } from "@/components/show-frame";
import { podcastSeries } from "@/components/structured-data";
import { Subscribe } from "@/components/subscribe";
import { voice } from "@/components/voice";
import { houseName } from "@/lib/accounts/house-settings";
import { listPublicEpisodes } from "@/lib/feed/public-queries";
import { accentPair } from "@/lib/shows/accent";
import { requireShow } from "../address";
import { goneCard, showCard } from "../share-card";

type Props = {
  params: Promise<{ show: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const show = await requireShow((await params).show);
  return "gone" in show ? goneCard : showCard(show, cursorOf(await searchParams));
}

export default async function ShowPage({ params, searchParams }: Props) {
  const show = await requireShow((await params).show);
  if ("gone" in show) return <Gone house={await houseName()} takenDown={show.takenDown} />;
  const accent = accentPair(show.accent);
  const cursor = cursorOf(await searchParams);
  const { episodes, nextCursor } = await listPublicEpisodes(show.slug, { cursor, limit: 50 }, new Date());
  return (
    <ShowFrame show={show} accent={accent}>
      <JsonLd data={podcastSeries(show)} />
      <main className="grid gap-y-12 pt-5 lg:gap-y-20 lg:pt-12">
        <Spread aside={<Artwork src={show.artworkUrl} of={show.title} />}>
          <DisplayTitle title={show.title} language={show.language} />
          <p className="mt-4 text-lead text-quiet lg:mt-6">
            <span {...voice(show.language)}>{show.author}</span>
            {show.explicit && <span className="ms-4 text-small">Explicit</span>}
          </p>
          <p className="mt-6 max-w-text text-lead whitespace-pre-line lg:mt-8" {...voice(show.language)}>
            {show.description}
          </p>
        </Spread>
        <Spread ruled aside={<Subscribe show={show} />}>
          <EpisodeList show={show} accent={accent} episodes={episodes} cursor={cursor} nextCursor={nextCursor} />
        </Spread>
      </main>
    </ShowFrame>
  );
}

function cursorOf(query: Awaited<Props["searchParams"]>): string | null {
  return typeof query.cursor === "string" ? query.cursor : null;
}
