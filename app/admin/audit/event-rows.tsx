import Link from "next/link";
import { Fragment } from "react";
import { LocalTime } from "@/components/local-time";
import type { AuditLine } from "@/lib/house/audit-log";
import { changesOf } from "../changes";
import { aThing, viaInWords } from "../event-words";
import { actAsWords } from "./act-words";

/** What happened, a sentence each: when, who, did what, to what; below it what changed. */
export function EventRows({ lines }: { lines: AuditLine[] }) {
  return (
    <ol className="mt-6 border-t">
      {lines.map((line) => (
        <li key={line.id} className="grid gap-x-6 gap-y-0.5 border-b py-3 md:grid-cols-[9.5rem_minmax(0,1fr)]">
          <span className="text-small text-quiet md:pt-0.5">
            <LocalTime at={line.at} time />
          </span>
          <div className="min-w-0">
            <p>
              <Actor line={line} /> {actAsWords(line.act)} <Target line={line} />
            </p>
            <p className="text-small text-quiet">
              {[
                line.via !== "session" && `by ${viaInWords[line.via] ?? line.via}`,
                line.workspace && `in ${line.workspace}`,
                line.actorEmail,
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            <Changes difference={line.difference} />
          </div>
        </li>
      ))}
    </ol>
  );
}

const look = "font-medium hover:underline hover:underline-offset-4";

function Actor({ line: { actorId, actor, actorEmail } }: { line: AuditLine }) {
  if (!actorId) return <span className="font-medium">The house</span>;
  return (
    <Link href={`/admin/accounts/${actorId}`} prefetch={false} className={look} dir="auto">
      {actor || actorEmail || "Somebody erased since"}
    </Link>
  );
}

const rooms: Record<string, string> = {
  user: "/admin/accounts",
  workspace: "/admin/workspaces",
  show: "/admin/shows",
  episode: "/admin/episodes",
};

function Target({ line: { targetType, targetId, target, actorId } }: { line: AuditLine }) {
  if (targetType === "house") return <span className="font-medium">the house</span>;
  if (targetId === actorId) return <span>{target ?? "themselves"}</span>;
  const words = target ?? aThing(targetType);
  const room = rooms[targetType];
  if (!room) return <span className="font-medium">{words}</span>;
  return (
    <Link href={`${room}/${targetId}`} prefetch={false} className={look} dir="auto">
      {words}
    </Link>
  );
}

/** Each field with what it was and what it is, or the facts of the act. */
function Changes({ difference }: { difference: unknown }) {
  const changes = changesOf(difference);
  if (changes.length === 0) return null;
  return (
    <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 text-small">
      {changes.map(({ field, before, after }) => (
        <Fragment key={field}>
          <dt className="text-quiet">{field}</dt>
          <dd className="min-w-0">
            {before !== null && (
              <>
                <del className="text-quiet decoration-1">
                  <span className="sr-only">was </span>
                  {before}
                </del>{" "}
                <span aria-hidden="true" className="text-quiet">
                  →
                </span>{" "}
              </>
            )}
            <span>{after}</span>
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
