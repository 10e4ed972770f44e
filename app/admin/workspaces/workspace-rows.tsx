import Link from "next/link";
import { LocalTime } from "@/components/local-time";
import { Badge } from "@/components/ui/badge";
import { SortHeading, Table } from "@/components/ui/table";
import type { WorkspaceLine, WorkspaceOrder, WorkspaceQuestion } from "@/lib/accounts/admin-workspaces";
import { Meter } from "../meter";
import { PhoneOrders } from "../orders";
import { orderOf } from "./question";

type Props = { lines: WorkspaceLine[]; question: WorkspaceQuestion };

const names: Record<WorkspaceOrder, string> = { size: "size", newest: "newest", name: "name" };

/** Workspaces as a table; on a phone what the columns say stands below the name. */
export function WorkspaceRows({ lines, question }: Props) {
  return (
    <>
      <PhoneOrders names={names} current={question.order} hrefOf={(order) => orderOf(question, order).href} />
      <Table caption="Workspaces">
        <thead className="max-md:sr-only">
          <tr>
            <SortHeading {...orderOf(question, "name")}>Workspace</SortHeading>
            <SortHeading {...orderOf(question, "size")}>Room taken</SortHeading>
            <th scope="col">Plan</th>
            <th scope="col">Shows</th>
            <th scope="col">Members</th>
            <SortHeading {...orderOf(question, "newest")}>Since</SortHeading>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <WorkspaceRow key={line.id} line={line} />
          ))}
        </tbody>
      </Table>
    </>
  );
}

const WorkspaceRow = ({ line }: { line: WorkspaceLine }) => (
  <tr>
    <th scope="row">
      <Link
        href={`/admin/workspaces/${line.id}`}
        prefetch={false}
        className="hover:underline hover:underline-offset-4"
        dir="auto"
      >
        {line.name}
      </Link>
      <span className="mt-0.5 block text-small font-normal text-quiet">{line.owner ?? "nobody owns it"}</span>
      <span className="mt-0.5 block text-small font-normal text-quiet md:hidden">
        {line.plan} · {line.shows} {line.shows === 1 ? "show" : "shows"}
      </span>
      <span className="mt-2 block font-normal md:hidden">
        <Meter bytes={line.bytes} maxBytes={line.maxBytes} />
      </span>
      {line.hiddenAt && <Badge tone="trouble">Hidden</Badge>}
    </th>
    <td className="max-md:hidden">
      <Meter bytes={line.bytes} maxBytes={line.maxBytes} />
    </td>
    <td className="max-md:hidden">{line.plan}</td>
    <td className="max-md:hidden">{line.shows}</td>
    <td className="max-md:hidden">{line.members}</td>
    <td className="max-md:hidden">
      <LocalTime at={line.createdAt} />
    </td>
  </tr>
);
