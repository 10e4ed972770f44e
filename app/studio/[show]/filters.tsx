import Form from "next/form";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { EpisodeState } from "@/lib/episodes/state";
import type { EpisodeQuestion, EpisodeTable } from "@/lib/episodes/table";
import { queryOf } from "./question";

const names: Record<EpisodeState, string> = {
  published: "Published",
  scheduled: "Scheduled",
  draft: "Drafts",
  unpublished: "Unpublished",
};

type Props = { question: EpisodeQuestion; counts: EpisodeTable["counts"]; found: number };

/** The search, and the states as links with how many are in each. A state that none is in is not offered. */
export function Filters({ question, counts, found }: Props) {
  const states = (Object.keys(names) as EpisodeState[]).filter(
    (state) => counts[state] > 0 || question.state === state,
  );
  return (
    <div className="mt-4 mb-2 flex flex-wrap items-end justify-between gap-x-10 gap-y-4">
      <nav aria-label="State" className="flex flex-wrap gap-x-6 text-small">
        <State href={queryOf(question, { state: null })} current={question.state === null} count={found}>
          All
        </State>
        {states.map((state) => (
          <State
            key={state}
            href={queryOf(question, { state })}
            current={question.state === state}
            count={counts[state]}
          >
            {names[state]}
          </State>
        ))}
      </nav>
      <Form action="" prefetch={false} role="search" className="flex w-full items-end gap-3 md:w-80">
        {question.state && <input type="hidden" name="state" value={question.state} />}
        {question.order !== "date" && <input type="hidden" name="sort" value={question.order} />}
        {question.reversed && <input type="hidden" name="reversed" value="1" />}
        <Input
          key={question.search}
          type="search"
          name="q"
          aria-label="Search in titles"
          placeholder="Search in titles"
          defaultValue={question.search}
        />
        <Button type="submit" variant="secondary" size="small" className="shrink-0">
          Search
        </Button>
      </Form>
    </div>
  );
}

type StateProps = { href: string; current: boolean; count: number; children: string };

const State = ({ href, current, count, children }: StateProps) => (
  <Link
    href={href}
    prefetch={false}
    scroll={false}
    aria-current={current ? "true" : undefined}
    className="inline-flex min-h-11 items-center gap-2 text-quiet hover:text-ink aria-[current]:font-medium aria-[current]:text-ink"
  >
    {children} <span className="tabular-nums">{count}</span>
  </Link>
);
