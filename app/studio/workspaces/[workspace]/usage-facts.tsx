import { bytesInWords } from "@/lib/accounts/bytes";
import type { Usage } from "@/lib/accounts/workspaces";
import { Room } from "../room";

/** What is used of what may be. Somebody limited to some shows is not told how many others there are. */
export function UsageFacts({ usage, limited }: { usage: Usage; limited: boolean }) {
  return (
    <div className="max-w-text">
      <Room bytes={usage.bytes} maxBytes={usage.maxBytes} />
      <dl className="mt-6 grid grid-cols-2 gap-x-8 gap-y-4 text-small md:grid-cols-3">
        {!limited && <Fact name="Shows" value={outOf(usage.shows, usage.maxShows)} />}
        <Fact name="Members" value={outOf(usage.members, usage.maxMembers)} />
        <Fact name="Largest file" value={bytesInWords(usage.maxFileBytes)} />
      </dl>
    </div>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt className="text-quiet">{name}</dt>
    <dd className="mt-0.5 text-body font-medium">{value}</dd>
  </div>
);

const outOf = (count: number, most: number | null): string => (most === null ? String(count) : `${count} of ${most}`);
