import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, Suspense } from "react";
import { findFirstSteps } from "@/lib/episodes/first-steps";
import { showBlockers } from "@/lib/shows/policy";
import { findShowFor } from "@/lib/shows/queries";
import { requireSignedIn } from "@/lib/web/session";
import type { Query } from "../query";
import { TakedownNotice } from "../takedown-notice";
import { createEpisode, describeShow } from "./actions";
import { Addresses } from "./addresses";
import { Checklist } from "./checklist";
import { DropHere } from "./drop-here";
import { Episodes, EpisodesToCome } from "./episodes";
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
  const now = new Date();
  const [steps, mayEdit] = await Promise.all([
    findFirstSteps(show, now),
    findShowFor(show.by, show.slug, "editor").then(Boolean),
  ]);
  const blockers = showBlockers(show);
  const begin = mayEdit && <NewEpisode slug={show.slug} create={createEpisode} />;
  return (
    <>
      <TakedownNotice show={show} />
      <ShowHeading show={show} actions={steps?.episode !== null && begin}>
        {blockers.length === 0 && <Addresses slug={show.slug} />}
      </ShowHeading>
      {steps && (
        <div className="grid gap-x-20 lg:grid-cols-2">
          <Checklist
            slug={show.slug}
            steps={steps}
            begin={mayEdit && <NewEpisode slug={show.slug} create={createEpisode} size="small" />}
          />
          {blockers.length > 0 && (
            <Missing
              slug={show.slug}
              version={show.version}
              blockers={blockers}
              mayEdit={mayEdit}
              describe={describeShow}
            />
          )}
          {blockers.length === 0 && steps.episode === null && mayEdit && <DropHere />}
        </div>
      )}
      {steps?.episode !== null && (
        <Suspense fallback={<EpisodesToCome />}>
          <Episodes show={show} question={questionOf(await searchParams)} mayEdit={mayEdit} begin={begin} />
        </Suspense>
      )}
    </>
  );
}
