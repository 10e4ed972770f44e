import Link from "next/link";
import { SortHeading, Table } from "@/components/ui/table";
import type { EpisodeLine, EpisodeOrder, EpisodeQuestion } from "@/lib/episodes/table";
import { EpisodeLineRow } from "./episode-line-row";
import { queryOf } from "./question";

type Props = {
  show: { slug: string; language: string };
  question: EpisodeQuestion;
  lines: EpisodeLine[];
  /** in the last 24 hours, by episode; without them there is no such column */
  requests?: Map<string, number>;
  /** where an episode's page is, but for its id; in the studio unless said */
  base?: string;
  mayEdit?: boolean;
};

/** The lines as a table. On a phone number and date stand below the title, and the orders above the table. */
export function EpisodeLines({ show, question, lines, requests, base, mayEdit = false }: Props) {
  return (
    <>
      <PhoneOrders question={question} />
      <div className="max-md:[&_.wide]:hidden max-md:[&_tr>:is(:nth-child(2),:nth-child(4),:nth-child(5))]:hidden">
        <Table caption="Episodes">
          <thead>
            <tr>
              <SortHeading {...orderOf(question, "title")}>Title</SortHeading>
              <SortHeading {...orderOf(question, "number")}>No.</SortHeading>
              <th scope="col">State</th>
              <SortHeading {...orderOf(question, "date")}>Date</SortHeading>
              <th scope="col">Length</th>
              {requests && (
                <th scope="col" className="wide text-end!">
                  Requests, 24 h
                </th>
              )}
              <th scope="col">
                <span className="sr-only">More</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <EpisodeLineRow
                key={line.id}
                show={show}
                line={line}
                requests={requests && (requests.get(line.id) ?? 0)}
                base={base}
                mayEdit={mayEdit}
              />
            ))}
          </tbody>
        </Table>
      </div>
    </>
  );
}

const orders: [EpisodeOrder, string][] = [
  ["date", "date"],
  ["number", "number"],
];

function PhoneOrders({ question }: { question: EpisodeQuestion }) {
  return (
    <p className="flex gap-4 text-small text-quiet md:hidden">
      <span className="inline-flex min-h-11 items-center">Sort by</span>
      {orders.map(([order, name]) => (
        <Link
          key={order}
          href={orderOf(question, order).href}
          prefetch={false}
          scroll={false}
          aria-current={question.order === order ? "true" : undefined}
          className="inline-flex min-h-11 items-center hover:text-ink aria-[current]:font-medium aria-[current]:text-ink"
        >
          {name}
        </Link>
      ))}
    </p>
  );
}

/** Chosen again an order turns round. Dates begin with the latest. */
function orderOf(question: EpisodeQuestion, order: EpisodeOrder) {
  const isCurrent = question.order === order;
  const direction = (order === "date") === question.reversed ? ("ascending" as const) : ("descending" as const);
  return {
    href: queryOf(question, { order, reversed: isCurrent && !question.reversed }),
    direction: isCurrent ? direction : null,
  };
}
