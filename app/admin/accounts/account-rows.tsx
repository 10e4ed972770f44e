import Link from "next/link";
import { LocalTime } from "@/components/local-time";
import { SortHeading, Table } from "@/components/ui/table";
import type { AccountLine, AccountQuestion } from "@/lib/accounts/admin-accounts";
import { bytesInWords } from "@/lib/accounts/bytes";
import { PhoneOrders } from "../orders";
import { AccountState } from "./account-state";
import { orderOf } from "./question";

type Props = { lines: AccountLine[]; question: AccountQuestion };

const names = { newest: "newest", name: "name", stored: "stored", seen: "last seen" } as const;

/** Accounts as a table; on a phone what the columns say stands below the name. */
export function AccountRows({ lines, question }: Props) {
  return (
    <>
      <PhoneOrders names={names} current={question.order} hrefOf={(order) => orderOf(question, order).href} />
      <Table caption="Accounts">
        <thead className="max-md:sr-only">
          <tr>
            <SortHeading {...orderOf(question, "name")}>Account</SortHeading>
            <th scope="col">State</th>
            <th scope="col" className="text-end!">
              Shows
            </th>
            <SortHeading {...orderOf(question, "stored")}>Stored</SortHeading>
            <SortHeading {...orderOf(question, "newest")}>Joined</SortHeading>
            <SortHeading {...orderOf(question, "seen")}>Last seen</SortHeading>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <AccountRow key={line.id} line={line} />
          ))}
        </tbody>
      </Table>
    </>
  );
}

function AccountRow({ line }: { line: AccountLine }) {
  return (
    <tr>
      <th scope="row">
        <Link
          href={`/admin/accounts/${line.id}`}
          prefetch={false}
          className="hover:underline hover:underline-offset-4"
          dir="auto"
        >
          {line.name}
        </Link>
        {line.isHouseAdmin && <span className="text-small font-normal text-quiet"> · house admin</span>}
        <span className="mt-0.5 block text-small font-normal text-quiet">{line.email}</span>
        <span className="mt-0.5 block text-small font-normal text-quiet md:hidden">
          {line.shows} {line.shows === 1 ? "show" : "shows"} · {bytesInWords(line.bytes)} ·{" "}
          <LocalTime at={line.createdAt} />
        </span>
      </th>
      <td>
        <AccountState {...line} />
      </td>
      <td className="text-end! max-md:hidden">{line.shows}</td>
      <td className="whitespace-nowrap max-md:hidden">{bytesInWords(line.bytes)}</td>
      <td className="max-md:hidden">
        <LocalTime at={line.createdAt} />
      </td>
      <td className="max-md:hidden">
        {line.seenAt ? <LocalTime at={line.seenAt} /> : <span className="text-quiet">never</span>}
      </td>
    </tr>
  );
}
