import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LocalTime } from "@/components/local-time";
import { NotesText } from "@/components/notes";
import { voice } from "@/components/voice";
import { type LookedAtEpisode, lookAtEpisode } from "@/lib/episodes/looks";
import { EpisodeStanding } from "../../../../../../episodes/episode-standing";
import { Facts, To } from "../../../../../../facts";
import { Nothing, Section } from "../../../../../../section";
import { lookThrough } from "../../../looked-at";
import { Looking } from "../../../looking";
import { WayBack } from "../../../way-back";
import { Lines } from "../../lines";
import { Audio } from "./audio";

export const metadata: Metadata = { title: "What they see" };

type Props = { params: Promise<{ account: string; show: string; episode: string }> };

export default async function LookedAtEpisodePage({ params }: Props) {
  const { account, show: slug, episode: id } = await params;
  const { user, look } = await lookThrough(account);
  const found = (await lookAtEpisode(look, slug, id, new Date())) ?? notFound();
  const { episode, state, blockers, advice, notes, audio, mayEdit } = found;
  const { show } = episode;
  const view = `/admin/accounts/${user.id}/view`;
  const steps = [
    { href: view, words: "Shows" },
    { href: `${view}/${slug}`, words: show.title },
  ];
  return (
    <Looking
      account={user}
      title={<span {...voice(show.language)}>{episode.title}</span>}
      reason={look.reason}
      above={<WayBack steps={steps} />}
    >
      <p className="mt-6">
        <EpisodeStanding {...episode} state={state} showTakenDownAt={show.takenDownAt} showDeletedAt={null} />
      </p>
      <Section id="blocks" title="What keeps it from going out">
        <Lines lines={blockers} blocks none="Nothing." />
        {!mayEdit && <Nothing>{user.name} cannot publish here: they may look, and editors publish.</Nothing>}
      </Section>
      <Section id="audio" title="Audio">
        <Audio {...audio} />
      </Section>
      <Section id="advice" title="Advice that they read">
        <Lines lines={advice} none="None." />
      </Section>
      <Section id="notes" title="Notes">
        {notes ? (
          <div className="max-w-text border-b py-5">
            <NotesText html={notes} language={show.language} />
          </div>
        ) : (
          <Nothing>None.</Nothing>
        )}
      </Section>
      <Facts facts={factsOf(found)} />
    </Looking>
  );
}

function factsOf({ episode, saved }: LookedAtEpisode): Parameters<typeof Facts>[0]["facts"] {
  const { season, number, type, explicit, slug, publishAt, artworkId, show } = episode;
  return [
    ["Season, number", season || number ? `${season ?? "–"}, ${number ?? "–"}` : null],
    ["Kind", type],
    ["Explicit", explicitWords(explicit)],
    ["Artwork", artworkId ? "its own" : "the show's"],
    ["Address", `/${show.slug}/${slug}`],
    ["Goes out, or went", publishAt && <LocalTime at={publishAt} time />],
    ["Last saved", <Saved key="s" at={episode.updatedAt} by={saved?.name} />],
    ["In the house", <To key="h" href={`/admin/episodes/${episode.id}`} words="The episode at the desk" />],
  ];
}

function explicitWords(explicit: boolean | null): string {
  if (explicit === null) return "as the show";
  return explicit ? "yes" : "no";
}

const Saved = ({ at, by }: { at: Date; by: string | undefined }) => (
  <>
    <LocalTime at={at} time />
    {by && <span dir="auto"> by {by}</span>}
  </>
);
