import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { artworkAddress } from "@/lib/media/addresses";
import { showPage } from "@/lib/shows/addresses";
import { categories } from "@/lib/shows/categories";
import { isComplete } from "@/lib/shows/policy";
import { findShowFor, listFormerSlugs, type ShowWithArtwork } from "@/lib/shows/queries";
import { settingsOf } from "@/lib/shows/settings";
import { requireSignedIn } from "@/lib/web/session";
import { restoreShow } from "../../actions";
import { namedLanguages } from "../../named-languages";
import { ShowHeading } from "../show-heading";
import { moveShow, removeShow, saveGeneral, saveOwner } from "./actions";
import { AddressSection } from "./address";
import { DangerSection } from "./danger";
import { FeedSection } from "./feed";
import { GeneralSection } from "./general";
import { OwnerSection } from "./owner";
import { PictureSection } from "./picture";
import { Section } from "./section";
import { SectionNav } from "./section-nav";

type Props = { params: Promise<{ show: string }> };

const showAt = cache(async (slug: string) => findShowFor(await requireSignedIn(), slug, "analyst"));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Settings · ${(await showAt((await params).show))?.title}` };
}

export default async function SettingsPage({ params }: Props) {
  const show = await showAt((await params).show);
  if (!show) notFound();
  const [mayEdit, mayRule, former] = await Promise.all([
    findShowFor(show.by, show.slug, "editor").then(Boolean),
    findShowFor(show.by, show.slug, "admin").then(Boolean),
    listFormerSlugs(show),
  ]);
  const { ownerEmail, publishOwnerEmail, locked, ...general } = settingsOf(show);
  const { slug, title } = show;
  return (
    <>
      <ShowHeading show={show} />
      <div className="mt-8 grid gap-x-16 gap-y-8 lg:mt-12 lg:grid-cols-[11rem_minmax(0,1fr)]">
        <SectionNav danger={mayRule} />
        <div className="grid min-w-0 gap-14">
          {!mayEdit && (
            <p className="text-quiet">You can look at the settings; editors of the workspace change them.</p>
          )}
          <Section id="general" title="General">
            <GeneralSection
              slug={slug}
              present={general}
              languages={namedLanguages(general.language)}
              categories={[...categories]}
              mayEdit={mayEdit}
              save={saveGeneral}
            />
          </Section>
          <Section id="picture" title="Artwork">
            <PictureSection slug={slug} artwork={pictureOf(show)} mayEdit={mayEdit} />
          </Section>
          <Section id="address" title="Address" about="Where listeners find the page, and apps the feed.">
            <AddressSection
              show={{ slug, title }}
              base={showPage("")}
              former={former}
              mayRule={mayRule}
              move={moveShow}
            />
          </Section>
          <Section
            id="owner"
            title="Owner"
            about="Whom directories write to, and whether other hosts may take the show over."
          >
            <OwnerSection
              slug={slug}
              present={{ ownerEmail, publishOwnerEmail, locked }}
              mayEdit={mayEdit}
              save={saveOwner}
            />
          </Section>
          <Section id="feed" title="Feed" about="What apps and directories are given.">
            <FeedSection show={show} isThere={isComplete(show)} />
          </Section>
          {mayRule && (
            <Section id="danger" title="Delete this show" about="Can be undone for 30 days.">
              <DangerSection show={{ slug, title }} remove={removeShow} restore={restoreShow} />
            </Section>
          )}
        </div>
      </div>
    </>
  );
}

function pictureOf({ artwork }: ShowWithArtwork) {
  if (!artwork) return null;
  const { width, height, bytes } = artwork;
  return { address: artworkAddress(artwork), width, height, bytes: Number(bytes) };
}
