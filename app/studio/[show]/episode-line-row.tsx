import Link from "next/link";
import { LocalTime } from "@/components/local-time";
import { durationIn, voice } from "@/components/voice";
import type { EpisodeLine } from "@/lib/episodes/table";
import { EpisodeBadge } from "./episode-badge";
import { EpisodeMenu } from "./episode-menu";

type Props = {
  show: { slug: string; language: string };
  line: EpisodeLine;
  /** in the last 24 hours */
  requests?: number;
  /** where an episode's page is, but for its id; in the studio unless said */
  base?: string;
  mayEdit?: boolean;
};

/** An episode in the table; its title leads to its page. */
export function EpisodeLineRow({ show, line, requests, base, mayEdit = false }: Props) {
  return (
    <tr>
      <th scope="row" {...voice(show.language)}>
        <Link
          href={`${base ?? `/studio/${show.slug}/episodes`}/${line.id}`}
          prefetch={false}
          data-row=""
          className="hover:underline hover:decoration-1 hover:underline-offset-4"
        >
          {line.title}
        </Link>
        <span dir="ltr" className="mt-1 flex flex-wrap gap-x-3 text-small font-normal text-quiet md:hidden">
          {placeOf(line) && <span>{placeOf(line)}</span>}
          <PublishDate line={line} />
        </span>
      </th>
      <td className="whitespace-nowrap">{placeOf(line)}</td>
      <td>
        <EpisodeBadge state={line.state} />
      </td>
      <td>
        <PublishDate line={line} />
      </td>
      <td className="whitespace-nowrap">{line.duration !== null && durationIn("en", line.duration)}</td>
      {requests !== undefined && <td className="wide text-end!">{requests.toLocaleString("en")}</td>}
      <td className="w-11 text-end">
        <EpisodeMenu slug={show.slug} line={line} mayEdit={mayEdit} />
      </td>
    </tr>
  );
}

const PublishDate = ({ line: { publishAt, state } }: { line: EpisodeLine }) =>
  publishAt && <LocalTime at={publishAt} time={state === "scheduled"} />;

/** "S2 E5", "E5", "S2". */
function placeOf({ season, number }: EpisodeLine): string {
  return [season !== null && `S${season}`, number !== null && `E${number}`].filter(Boolean).join(" ");
}
