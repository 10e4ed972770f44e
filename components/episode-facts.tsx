import type { ReactNode } from "react";
import type { PublicEpisode } from "@/lib/feed/public-queries";
import { dateIn, durationIn, isoDuration, voice } from "./voice";

const marks = { full: null, trailer: "Trailer", bonus: "Bonus" };

/** One quiet line: what it is, its number, its day (UTC), its length. */
export function EpisodeFacts({ episode, language }: { episode: PublicEpisode; language: string }) {
  const mark = marks[episode.type];
  return (
    <p className="flex flex-wrap gap-x-4 text-small text-quiet">
      {mark && <Fact className="font-medium text-accent">{mark}</Fact>}
      <Numbers season={episode.season} number={episode.number} />
      <time dateTime={episode.publishedAt.toISOString()} title={episode.publishedAt.toUTCString()} {...voice(language)}>
        {dateIn(language, episode.publishedAt)}
      </time>
      {episode.duration > 0 && (
        <time dateTime={isoDuration(episode.duration)} {...voice(language)}>
          {durationIn(language, episode.duration)}
        </time>
      )}
      {episode.explicit && <Fact>Explicit</Fact>}
    </p>
  );
}

function Numbers({ season, number }: { season: number | null; number: number | null }) {
  if (season === null && number === null) return null;
  return (
    <Fact>
      {season !== null && <abbr title={`Season ${season}`}>S{season}</abbr>}
      {season !== null && number !== null && " "}
      {number !== null && <abbr title={`Episode ${number}`}>E{number}</abbr>}
    </Fact>
  );
}

function Fact({ children, className = "" }: { children: ReactNode; className?: string }) {
  return <span className={`no-underline [&_abbr]:no-underline ${className}`}>{children}</span>;
}
