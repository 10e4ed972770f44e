import { LocalTime } from "@/components/local-time";
import type { AccountEvent } from "@/lib/accounts/admin-account";
import { actAsWords } from "./audit/act-words";
import { changesInWords } from "./changes";
import { aThing, viaInWords } from "./event-words";
import { Nothing } from "./section";

/** Who did what, the newest first. */
export function EventList({ events }: { events: AccountEvent[] }) {
  if (events.length === 0) return <Nothing>Nothing yet.</Nothing>;
  return (
    <ol className="text-small">
      {events.map(({ id, at, act, actor, via, targetType, difference }) => (
        <li key={id} className="grid gap-x-6 border-b py-2.5 md:grid-cols-[9.5rem_minmax(0,1fr)]">
          <span className="text-quiet">
            <LocalTime at={at} time />
          </span>
          <span>
            <span className="font-medium">
              {actor ?? "The house"} {actAsWords(act)} {aThing(targetType)}
            </span>{" "}
            {via !== "session" && <span className="text-quiet">· by {viaInWords[via] ?? via}</span>}
            <span className="block text-quiet empty:hidden">{changesInWords(difference)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
