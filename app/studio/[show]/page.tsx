import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { listEpisodeTable } from "@/lib/episodes/table";
import { showBlockers } from "@/lib/shows/policy";
import { findShowFor } from "@/lib/shows/queries";
import { requireSignedIn } from "@/lib/web/session";
import type { Query } from "../query";
import { TakedownNotice } from "../takedown-notice";
import { createEpisode, describeShow } from "./actions";
import { Addresses } from "./addresses";
import { Episodes } from "./episodes";
import { Missing } from "./missing";
import { NewEpisode } from "./new-episode";
import { questionOf } from "./question";
import { ShowHeading } from "./show-heading";

type Props = { params: Promise<{ show: string }>; searchParams: Promise<Query> };

// The page and its title ask for the same show.
const showAt = cache(async (slug: string) => findShowFor(await requireSignedIn(), slug, "analyst"));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await showAt((await params).show))?.title };
}

export default async function ShowPage({ params, searchParams }: Props) {
  const show = await showAt((await params).show);
  if (!show) notFound();
  const question = questionOf(await searchParams);
  const table = await listEpisodeTable(show, question, new Date());
  const blockers = showBlockers(show);
  const mayEdit = (await findShowFor(show.by, show.slug, "editor")) !== null;
  return (
    <>
      <TakedownNotice show={show} />
      <ShowHeading show={show} actions={mayEdit && <NewEpisode slug={show.slug} create={createEpisode} />}>
        {blockers.length === 0 && <Addresses slug={show.slug} />}
      </ShowHeading>
      {blockers.length > 0 && (
        <Missing
          slug={show.slug}
          version={show.version}
          blockers={blockers}
          mayEdit={mayEdit}
          describe={describeShow}
        />
      )}
      <Episodes show={show} question={question} table={table} />
    </>
  );
}
