import Link from "next/link";
import { buttonLook } from "@/components/ui/button-look";
import { EmptyState } from "@/components/ui/empty-state";
import { type EpisodeQuestion, type EpisodeTable, PAGE_SIZE } from "@/lib/episodes/table";
import { Paging } from "../paging";
import { EpisodeLines } from "./episode-lines";
import { Filters } from "./filters";
import { queryOf } from "./question";

type Props = { show: { slug: string; language: string }; question: EpisodeQuestion; table: EpisodeTable };

/** A show's episodes: searched, filtered and sorted by the address. */
export function Episodes({ show, question, table: { lines, counts, total } }: Props) {
  const found = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (found === 0 && !question.search) return <NoEpisodes />;
  return (
    <section aria-labelledby="episodes" className="mt-5 lg:mt-7">
      <h2 id="episodes" className="sr-only">
        Episodes
      </h2>
      <Filters question={question} counts={counts} found={found} />
      {lines.length > 0 ? (
        <EpisodeLines show={show} question={question} lines={lines} />
      ) : (
        <NothingFound slug={show.slug} />
      )}
      <Paging
        page={question.page}
        pages={Math.ceil(total / PAGE_SIZE)}
        hrefOf={(page) => queryOf(question, { page })}
      />
    </section>
  );
}

function NoEpisodes() {
  return (
    <div className="mt-12 lg:mt-16">
      <EmptyState
        title="No episodes yet."
        action={
          <Link href="/studio/tokens" prefetch={false} className={buttonLook({ variant: "secondary" })}>
            Make a token
          </Link>
        }
      >
        <p>
          Episodes are sent by programs, over the API, with a token of yours. They stand here as soon as they arrive.
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
