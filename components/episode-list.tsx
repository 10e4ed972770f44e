import Link from "next/link";
import type { PublicEpisode, PublicShow } from "@/lib/feed/public-queries";
import type { AccentPair } from "@/lib/shows/accent";
import { EpisodeRow } from "./episode-row";
import { trackOf } from "./player/track";

type Props = {
  show: PublicShow;
  accent: AccentPair;
  episodes: PublicEpisode[];
  cursor: string | null;
  nextCursor: string | null;
};

export function EpisodeList({ show, accent, episodes, cursor, nextCursor }: Props) {
  const here = new URL(show.pageUrl).pathname;
  return (
    <section aria-labelledby="episodes">
      <h2 id="episodes" className="font-semibold">
        {cursor ? "Earlier episodes" : "Episodes"}
      </h2>
      {episodes.length === 0 ? (
        <p className="mt-6 max-w-text text-quiet">
          <bdi>Nothing has been published yet. Follow the show, and the first episode will find you.</bdi>
        </p>
      ) : (
        <ol className="mt-7">
          {episodes.map((episode, place) => (
            <EpisodeRow
              key={episode.slug}
              show={show}
              episode={episode}
              track={trackOf(show, episode, accent)}
              newest={!cursor && place === 0}
            />
          ))}
        </ol>
      )}
      {(cursor || nextCursor) && (
        <nav aria-label="Pages of episodes" className="flex justify-between gap-6 border-t pt-7 font-medium">
          {cursor && <Step href={here}>Latest episodes</Step>}
          {nextCursor && <Step href={`${here}?cursor=${encodeURIComponent(nextCursor)}`}>Earlier episodes</Step>}
        </nav>
      )}
    </section>
  );
}

function Step({ href, children }: { href: string; children: string }) {
  return (
    <Link className="link py-1.5 text-accent" href={href} prefetch={false}>
      {children}
    </Link>
  );
}
