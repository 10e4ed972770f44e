import Link from "next/link";
import type { PublicEpisode, PublicShow } from "@/lib/feed/public-queries";
import { EpisodeFacts } from "./episode-facts";
import { PlayButton } from "./player/play-button";
import type { Track } from "./player/track";
import { voice } from "./voice";

type Props = { show: PublicShow; episode: PublicEpisode; track: Track; newest: boolean };

/** An episode in its show's list. Without JavaScript it carries the browser's own player. */
export function EpisodeRow({ show, episode, track, newest }: Props) {
  return (
    <li className="border-t py-7 first:border-t-0 first:pt-0">
      <article className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 md:gap-x-10">
        <div>
          <EpisodeFacts episode={episode} language={show.language} />
          <h3 className="tight mt-2 text-item font-semibold tracking-[-0.015em]" {...voice(show.language)}>
            <Link href={track.page} prefetch={false} className="transition-colors duration-150 hover:text-accent">
              {episode.title}
            </Link>
          </h3>
          {episode.summary && (
            <p className="mt-2 line-clamp-2 max-w-text text-quiet" {...voice(show.language)}>
              {episode.summary}
            </p>
          )}
        </div>
        <div className="pt-1">
          <PlayButton track={track} of={episode.title} lit={newest} />
        </div>
        <noscript className="col-span-2">
          <audio className="mt-4 w-full" controls preload="none" src={track.src} />
        </noscript>
      </article>
    </li>
  );
}
