import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { LocalTime } from "@/components/local-time";
import { EmptyState } from "@/components/ui/empty-state";
import { FocusKept } from "@/components/ui/focus-kept";
import { voice } from "@/components/voice";
import type { Granted } from "@/lib/accounts/actor";
import { listDeletedEpisodes } from "@/lib/episodes/deleted";
import { findShowFor, type ShowWithArtwork } from "@/lib/shows/queries";
import { requireSignedIn } from "@/lib/web/session";
import { LinesToCome } from "../../lines-to-come";
import { ShowHeading } from "../show-heading";
import { BringBack } from "./bring-back";

export const metadata: Metadata = { title: "Deleted episodes" };

type Props = { params: Promise<{ show: string }> };

export default async function DeletedPage({ params }: Props) {
  const { show: slug } = await params;
  const actor = await requireSignedIn();
  const show = await findShowFor(actor, slug, "analyst");
  if (!show) notFound();
  return (
    <>
      <ShowHeading show={show} />
      <Suspense fallback={<LinesToCome words="The deleted episodes are on their way." />}>
        <Deleted show={show} />
      </Suspense>
    </>
  );
}

async function Deleted({ show }: { show: Granted<ShowWithArtwork, "analyst"> }) {
  const [episodes, editable] = await Promise.all([
    listDeletedEpisodes(show, new Date()),
    findShowFor(show.by, show.slug, "editor"),
  ]);
  return (
    <FocusKept label="Deleted episodes" className="mt-8 lg:mt-12">
      {episodes.length === 0 && (
        <EmptyState title="Nothing was deleted.">
          <p>Episodes that you delete stand here, each with the day until which it can be brought back.</p>
        </EmptyState>
      )}
      {episodes.length > 0 && (
        <p className="mb-6 max-w-text text-quiet">
          For 30 days they can be brought back as they were. After that they are gone for good, files and all.
        </p>
      )}
      <ul aria-label="Deleted episodes" className="border-t empty:hidden">
        {episodes.map(({ id, title, publishAt, deletedAt, until }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b py-4">
            <div className="min-w-0">
              <p className="font-medium" {...voice(show.language)}>
                {title}
              </p>
              <p className="mt-0.5 text-small text-quiet">
                deleted <LocalTime at={deletedAt} /> · until <LocalTime at={until} />
                {publishAt && publishAt <= deletedAt && " · was on the air, and will be again"}
              </p>
            </div>
            {editable && <BringBack episode={id} title={title} />}
          </li>
        ))}
      </ul>
    </FocusKept>
  );
}
