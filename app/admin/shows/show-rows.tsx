import Link from "next/link";
import { LocalTime } from "@/components/local-time";
import { SortHeading, Table } from "@/components/ui/table";
import { voice } from "@/components/voice";
import type { HouseShowLine, ShowQuestion } from "@/lib/shows/admin-shows";
import { PhoneOrders } from "../orders";
import { orderOf } from "./question";
import { ShowState } from "./show-state";

type Props = { lines: HouseShowLine[]; question: ShowQuestion };

const names = { newest: "newest", title: "title", workspace: "workspace" } as const;

/** Shows as a table; on a phone what the columns say stands below the title. */
export function ShowRows({ lines, question }: Props) {
  return (
    <>
      <PhoneOrders names={names} current={question.order} hrefOf={(order) => orderOf(question, order).href} />
      <Table caption="Shows">
        <thead className="max-md:sr-only">
          <tr>
            <SortHeading {...orderOf(question, "title")}>Show</SortHeading>
            <th scope="col">State</th>
            <SortHeading {...orderOf(question, "workspace")}>Workspace</SortHeading>
            <th scope="col" className="text-end!">
              Episodes
            </th>
            <SortHeading {...orderOf(question, "newest")}>Begun</SortHeading>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <ShowRow key={line.id} line={line} />
          ))}
        </tbody>
      </Table>
    </>
  );
}

function ShowRow({ line }: { line: HouseShowLine }) {
  const { id, slug, title, language, workspace, workspaceId, episodes, createdAt } = line;
  return (
    <tr>
      <th scope="row">
        <Link href={`/admin/shows/${id}`} prefetch={false} className="hover:underline hover:underline-offset-4">
          <span {...voice(language)}>{title}</span>
        </Link>
        <span className="mt-0.5 block text-small font-normal text-quiet">/{slug}</span>
        <span className="mt-0.5 block text-small font-normal text-quiet md:hidden">
          {workspace} · {episodes} {episodes === 1 ? "episode" : "episodes"} · <LocalTime at={createdAt} />
        </span>
      </th>
      <td>
        <ShowState {...line} />
      </td>
      <td className="max-md:hidden">
        <Link
          href={`/admin/workspaces/${workspaceId}`}
          prefetch={false}
          className="hover:underline hover:underline-offset-4"
          dir="auto"
        >
          {workspace}
        </Link>
      </td>
      <td className="text-end! max-md:hidden">{episodes.toLocaleString("en")}</td>
      <td className="max-md:hidden">
        <LocalTime at={createdAt} />
      </td>
    </tr>
  );
}
