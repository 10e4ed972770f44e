import Link from "next/link";
import { LocalTime } from "@/components/local-time";
import { SortHeading, Table } from "@/components/ui/table";
import { voice } from "@/components/voice";
import type { HouseEpisodeLine, HouseEpisodeQuestion } from "@/lib/episodes/admin-episodes";
import { PhoneOrders } from "../orders";
import { EpisodeStanding } from "./episode-standing";
import { orderOf } from "./question";

type Props = { lines: HouseEpisodeLine[]; question: HouseEpisodeQuestion };

const names = { newest: "newest", published: "published", title: "title" } as const;

/** Episodes as a table; on a phone what the columns say stands below the title. */
export function EpisodeRows({ lines, question }: Props) {
  return (
    <>
      <PhoneOrders names={names} current={question.order} hrefOf={(order) => orderOf(question, order).href} />
      <Table caption="Episodes">
        <thead className="max-md:sr-only">
          <tr>
            <SortHeading {...orderOf(question, "title")}>Episode</SortHeading>
            <th scope="col">State</th>
            <th scope="col">Workspace</th>
            <SortHeading {...orderOf(question, "published")}>Published</SortHeading>
            <SortHeading {...orderOf(question, "newest")}>Begun</SortHeading>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <EpisodeRow key={line.id} line={line} />
          ))}
        </tbody>
      </Table>
    </>
  );
}

function EpisodeRow({ line }: { line: HouseEpisodeLine }) {
  const { id, title, language, show, showId, workspace, publishAt, createdAt } = line;
  return (
    <tr>
      <th scope="row">
        <Link href={`/admin/episodes/${id}`} prefetch={false} className="hover:underline hover:underline-offset-4">
          <span {...voice(language)}>{title}</span>
        </Link>
        <span className="mt-0.5 block text-small font-normal text-quiet">
          <Link href={`/admin/shows/${showId}`} prefetch={false} className="hover:underline hover:underline-offset-4">
            <span {...voice(language)}>{show}</span>
          </Link>
        </span>
        <span className="mt-0.5 block text-small font-normal text-quiet md:hidden">
          {workspace} · <LocalTime at={publishAt ?? createdAt} />
        </span>
      </th>
      <td>
        <EpisodeStanding {...line} />
      </td>
      <td className="max-md:hidden" dir="auto">
        {workspace}
      </td>
      <td className="max-md:hidden">{publishAt && <LocalTime at={publishAt} />}</td>
      <td className="max-md:hidden">
        <LocalTime at={createdAt} />
      </td>
    </tr>
  );
}
