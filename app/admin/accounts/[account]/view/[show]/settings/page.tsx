import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LocalTime } from "@/components/local-time";
import { voice } from "@/components/voice";
import { lookAtSettings } from "@/lib/episodes/looks";
import { showBlockers } from "@/lib/shows/policy";
import { Facts, To } from "../../../../../facts";
import { Nothing, Row, Section } from "../../../../../section";
import { lookThrough } from "../../looked-at";
import { Looking } from "../../looking";
import { WayBack } from "../../way-back";
import { Lines } from "../lines";

export const metadata: Metadata = { title: "What they see" };

type Props = { params: Promise<{ account: string; show: string }> };
type Found = NonNullable<Awaited<ReturnType<typeof lookAtSettings>>>;

export default async function LookedAtSettingsPage({ params }: Props) {
  const { account, show: slug } = await params;
  const { user, look } = await lookThrough(account);
  const found = (await lookAtSettings(look, slug, new Date())) ?? notFound();
  const { show, scheduled, mayEdit } = found;
  const view = `/admin/accounts/${user.id}/view`;
  const steps = [
    { href: view, words: "Shows" },
    { href: `${view}/${slug}`, words: show.title },
  ];
  return (
    <Looking account={user} title="Settings" reason={look.reason} above={<WayBack steps={steps} />}>
      <Section id="lacks" title="What the show lacks">
        <Lines lines={showBlockers(show)} blocks none="Nothing: its page and feed answer." />
      </Section>
      <Facts facts={factsOf(found)} />
      {!mayEdit && (
        <p className="mt-6 text-quiet">They can look at these settings; editors of the workspace change them.</p>
      )}
      <Section id="scheduled" title="Scheduled" aside={scheduled.length > 0 && `${scheduled.length}`}>
        {scheduled.length === 0 && <Nothing>Nothing.</Nothing>}
        {scheduled.map(({ id, title, at }) => (
          <Row key={id} title={<To href={`${view}/${slug}/episodes/${id}`} words={title} />}>
            <LocalTime at={at} time />
          </Row>
        ))}
      </Section>
    </Looking>
  );
}

function factsOf({ show, settings, former }: Found): Parameters<typeof Facts>[0]["facts"] {
  const { description, author, category, language, type, explicit, ownerEmail, publishOwnerEmail, locked } = settings;
  const said = voice(language);
  return [
    [
      "Title",
      <span key="t" {...said}>
        {settings.title}
      </span>,
    ],
    [
      "Description",
      description && (
        <span key="d" className="whitespace-pre-line" {...said}>
          {description}
        </span>
      ),
    ],
    [
      "Author",
      <span key="a" {...said}>
        {author}
      </span>,
    ],
    ["Category", category],
    ["Language", language],
    ["Kind", type === "serial" ? "Serial: from the first episode on" : "Episodic: the newest first"],
    ["Explicit", explicit ? "yes" : "no"],
    ["Artwork", show.artworkId ? "there" : "none yet"],
    ["Address", `/${show.slug}`],
    ["Earlier addresses", former.length > 0 && former.map((slug) => `/${slug}`).join(", ")],
    ["Owner", ownerEmail && `${ownerEmail}${publishOwnerEmail ? ", told in the feed" : ", not told in the feed"}`],
    ["Locked", locked ? "yes: other hosts may not take it over" : "no"],
    ["In the house", <To key="h" href={`/admin/shows/${show.id}`} words="The show at the desk" />],
  ];
}
