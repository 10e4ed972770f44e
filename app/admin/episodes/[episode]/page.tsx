import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { LocalTime } from "@/components/local-time";
import { PageHeading } from "@/components/ui/page-heading";
import { durationIn, voice } from "@/components/voice";
import { bytesInWords } from "@/lib/accounts/bytes";
import { findHouseEpisode, type HouseEpisode } from "@/lib/episodes/admin-episodes";
import { episodeState } from "@/lib/episodes/state";
import { audioAddress } from "@/lib/media/addresses";
import { episodePage } from "@/lib/shows/addresses";
import { requireHouseAdmin } from "@/lib/web/session";
import { Facts, To } from "../../facts";
import { Row, Section } from "../../section";
import { Takedown } from "../../takedown";
import { TakenDownNote } from "../../taken-down-note";
import { lift, takeDown } from "../actions";
import { EpisodeStanding } from "../episode-standing";

export const metadata: Metadata = { title: "Episode" };

type Props = { params: Promise<{ episode: string }> };

export default async function EpisodePage({ params }: Props) {
  const admin = await requireHouseAdmin();
  const episode = (await findHouseEpisode(admin, (await params).episode)) ?? notFound();
  const { show } = episode;
  const state = episodeState(episode, new Date());
  return (
    <>
      <PageHeading
        title={<span {...voice(show.language)}>{episode.title}</span>}
        above={
          <Link href="/admin/episodes" prefetch={false} className="link">
            Episodes
          </Link>
        }
      >
        <div className="flex flex-wrap items-center gap-x-6 gap-y-1 text-small">
          <EpisodeStanding
            {...episode}
            state={state}
            showTakenDownAt={show.takenDownAt}
            showDeletedAt={show.deletedAt}
          />
          <a href={episodePage(show.slug, episode.slug)} className="link">
            /{show.slug}/{episode.slug}
          </a>
        </div>
      </PageHeading>
      <TakenDownNote what="episode" at={episode.takenDownAt} reason={episode.takedownReason} />
      <TakenDownNote what="episode's show" at={show.takenDownAt} reason={show.takedownReason} />
      <Facts facts={factsOf(episode, state === "published")} />
      <Standing episode={episode} />
    </>
  );
}

function factsOf(episode: HouseEpisode, isOut: boolean): Parameters<typeof Facts>[0]["facts"] {
  const { show, audio, publishAt, firstPublishedAt, deletedAt, season, number } = episode;
  return [
    ["Show", <To key="s" href={`/admin/shows/${show.id}`} words={show.title} />],
    ["Workspace", <To key="w" href={`/admin/workspaces/${show.workspaceId}`} words={show.workspace.name} />],
    ["Season, number", season || number ? `${season ?? "–"}, ${number ?? "–"}` : null],
    ["Audio", audio ? audioInWords(audio) : "none yet"],
    ["File", isOut && audio?.state === "ready" && <To href={audioAddress(audio)} words={audioAddress(audio)} />],
    ["Published", publishAt && <LocalTime at={publishAt} time />],
    ["First published", firstPublishedAt && <LocalTime at={firstPublishedAt} time />],
    ["GUID", episode.guid],
    ["Begun", <LocalTime key="b" at={episode.createdAt} time />],
    ["Last change", <LocalTime key="c" at={episode.updatedAt} time />],
    ["Deleted", deletedAt && <LocalTime at={deletedAt} time />],
  ];
}

const audioInWords = ({ bytes, duration, type, state, reason }: NonNullable<HouseEpisode["audio"]>): string =>
  [duration !== null && durationIn("en", duration), bytesInWords(bytes), type, state !== "ready" && (reason ?? state)]
    .filter(Boolean)
    .join(" · ");

function Standing({ episode }: { episode: HouseEpisode }) {
  const fields = { episode: episode.id };
  const acts = { what: "episode", title: episode.title, fields, takeDown, lift } as const;
  return (
    <Section
      id="standing"
      title="Standing"
      aside={<To href={`/admin/audit?${new URLSearchParams({ target: episode.id })}`} words="What happened to it" />}
    >
      <Row title="Takedown" act={<Takedown {...acts} takenDown={episode.takenDownAt !== null} />}>
        {episode.takenDownAt
          ? "Putting it back brings page, audio and its place in the feed back as they were, byte for byte."
          : "Takes it out of the feed, and its page and audio off the air, until it is lifted."}
      </Row>
    </Section>
  );
}
