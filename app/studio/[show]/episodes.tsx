import Link from "next/link";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { buttonLook } from "@/components/ui/button-look";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { Granted } from "@/lib/accounts/actor";
import { countRequests } from "@/lib/downloads/queries";
import { type EpisodeQuestion, listEpisodeTable, PAGE_SIZE } from "@/lib/episodes/table";
import { artworkAddress } from "@/lib/media/addresses";
import type { ShowWithArtwork } from "@/lib/shows/queries";
import { AppLine } from "../app-line";
import { Paging } from "../paging";
import { EpisodeLines } from "./episode-lines";
import { Filters } from "./filters";
import { queryOf } from "./question";
import { RowKeys } from "./row-keys";

type Props = {
  show: Granted<ShowWithArtwork, "analyst">;
  question: EpisodeQuestion;
  mayEdit: boolean;
  /** stands where there are none: the button that begins one */
  begin: ReactNode;
};

/** A show's episodes: searched, filtered and sorted by the address. */
export async function Episodes({ show, question, mayEdit, begin }: Props) {
  const now = new Date();
  const { lines, counts, total } = await listEpisodeTable(show, question, now);
  const ids = lines.map(({ id }) => id);
  const found = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (found === 0 && !question.search) return <NoEpisodes show={show} begin={begin} />;
  const pages = Math.ceil(total / PAGE_SIZE);
  if (question.page > pages && pages > 0) redirect(`/studio/${show.slug}${queryOf(question, { page: pages })}`);
  return (
    <section aria-labelledby="episodes" className="mt-5 lg:mt-7">
      <h2 id="episodes" className="sr-only">
        Episodes
      </h2>
      <Filters question={question} counts={counts} found={found} />
      <RowKeys>
        {lines.length > 0 ? (
          <EpisodeLines
            show={show}
            question={question}
            lines={lines}
            requests={await countRequests(show, ids, now)}
            mayEdit={mayEdit}
          />
        ) : (
          <NothingFound slug={show.slug} />
        )}
      </RowKeys>
      <Paging page={question.page} pages={pages} hrefOf={(page) => queryOf(question, { page })} />
    </section>
  );
}

const LINES = ["w-2/3", "w-1/2", "w-3/5", "w-2/5", "w-3/4", "w-1/3"];

/** The room of the table while it is on its way. */
export function EpisodesToCome() {
  return (
    <div aria-busy="true" className="mt-5 lg:mt-7">
      <p className="sr-only noscript:hidden">The episodes are on their way.</p>
      <p className="hidden border-t py-5 text-quiet noscript:block">
        Lists come by a script, and this browser runs none.
      </p>
      <div className="mt-4 mb-6 flex h-11 items-center gap-6 noscript:hidden">
        <Skeleton className="w-14" />
        <Skeleton className="w-24" />
      </div>
      {LINES.map((width) => (
        <div key={width} className="flex items-center gap-6 border-t py-4 noscript:hidden">
          <div className="grow">
            <Skeleton className={width} />
          </div>
          <Skeleton className="w-24 max-md:w-16" />
          <Skeleton className="w-24 max-md:hidden" />
        </div>
      ))}
    </div>
  );
}

function NoEpisodes({ show, begin }: { show: ShowWithArtwork; begin: ReactNode }) {
  const cover = show.artwork && artworkAddress(show.artwork);
  const look = <AppLine src={cover} name="Your first episode" below={show.title} />;
  return (
    <div className="mt-10 lg:mt-12">
      <EmptyState title="No episodes yet." action={begin} preview={{ words: "How apps will show it", look }}>
        <p>
          An episode begins as a draft: a title, notes and an audio file. Nobody else sees it before you publish it.
          Drop an audio file anywhere on this page, and the draft is there.
        </p>
      </EmptyState>
    </div>
  );
}

function NothingFound({ slug }: { slug: string }) {
  return (
    <div className="mt-6">
      <EmptyState
        title="Nothing here matches."
        action={
          <Link href={`/studio/${slug}`} prefetch={false} className={buttonLook({ variant: "secondary" })}>
            Show all episodes
          </Link>
        }
      >
        <p>No episode of this show has these words in its title and is in this state.</p>
      </EmptyState>
    </div>
  );
}
