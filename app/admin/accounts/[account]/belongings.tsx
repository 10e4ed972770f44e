import Link from "next/link";
import { LocalTime } from "@/components/local-time";
import type { AccountFacts } from "@/lib/accounts/admin-account";
import { To } from "../../facts";
import { Meter } from "../../meter";
import { Nothing, Row, Section } from "../../section";

export function Workspaces({ workspaces }: Pick<AccountFacts, "workspaces">) {
  return (
    <Section id="workspaces" title="Workspaces">
      {workspaces.length === 0 && <Nothing>A member of none.</Nothing>}
      {workspaces.map(({ id, name, role, limited, plan, shows, moreShows, bytes, maxBytes, hidden }) => (
        <Row
          key={id}
          title={
            <Link
              href={`/admin/workspaces/${id}`}
              prefetch={false}
              className="hover:underline hover:underline-offset-4"
            >
              {name}
            </Link>
          }
          act={<Meter bytes={bytes} maxBytes={maxBytes} />}
        >
          {[role, limited && "limited to some shows", `plan ${plan}`, hidden && "hidden"].filter(Boolean).join(" · ")}
          <Shows shows={shows} more={moreShows} />
        </Row>
      ))}
    </Section>
  );
}

function Shows({ shows, more }: { shows: { id: string; title: string }[]; more: number }) {
  if (shows.length === 0) return <p>No shows.</p>;
  return (
    <ul className="flex flex-wrap gap-x-3">
      {shows.map(({ id, title }) => (
        <li key={id}>
          <To href={`/admin/shows/${id}`} words={title} />
        </li>
      ))}
      {more > 0 && <li>and {more.toLocaleString("en")} more</li>}
    </ul>
  );
}

export function Tokens({ tokens }: Pick<AccountFacts, "tokens">) {
  return (
    <Section id="tokens" title="Tokens">
      {tokens.length === 0 && <Nothing>No program acts for them.</Nothing>}
      {tokens.map(({ id, name, createdAt, lastUsedAt, workspace }) => (
        <Row key={id} title={name}>
          {workspace.name} · made <LocalTime at={createdAt} /> ·{" "}
          {lastUsedAt ? (
            <>
              last used <LocalTime at={lastUsedAt} time />
            </>
          ) : (
            "never used"
          )}
        </Row>
      ))}
    </Section>
  );
}

export function Mail({ mail, leaves }: Pick<AccountFacts, "mail"> & { leaves: boolean }) {
  return (
    <Section id="mail" title="Mail to them">
      {leaves && <Nothing>Mail leaves by SMTP and is not kept; what was sent stands among the events.</Nothing>}
      {!leaves && mail.length === 0 && <Nothing>None is in the outbox.</Nothing>}
      {mail.map(({ id, subject, createdAt }) => (
        <Row key={id} title={<To href={`/admin/outbox/${id}`} words={subject} />}>
          <LocalTime at={createdAt} time />
        </Row>
      ))}
    </Section>
  );
}
