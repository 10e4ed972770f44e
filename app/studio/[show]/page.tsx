import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { buttonLook } from "@/components/ui/button-look";
import { CopyButton } from "@/components/ui/copy-button";
import { PageHeading } from "@/components/ui/page-heading";
import { voice } from "@/components/voice";
import { listEpisodeTable } from "@/lib/episodes/table";
import { feedAddress, showPage } from "@/lib/shows/addresses";
import { showBlockers } from "@/lib/shows/policy";
import { findShowFor } from "@/lib/shows/queries";
import { requireSignedIn } from "@/lib/web/session";
import type { Query } from "../query";
import { describeShow } from "./actions";
import { Episodes } from "./episodes";
import { Missing } from "./missing";
import { questionOf } from "./question";

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
      <PageHeading
        title={<span {...voice(show.language)}>{show.title}</span>}
        above={
          <Link href="/studio" prefetch={false} className="link">
            Shows
          </Link>
        }
        actions={blockers.length === 0 && <Addresses slug={show.slug} />}
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
      <Episodes show={show} question={question} table={table} />
    </>
  );
}

function Addresses({ slug }: { slug: string }) {
  return (
    <>
      <CopyButton value={feedAddress(slug)} label="Copy feed address" />
      <CopyButton value={showPage(slug)} label="Copy page address" />
      <a href={`/${slug}`} className={buttonLook({ variant: "secondary", size: "small" })}>
        Open page
      </a>
    </>
  );
}
