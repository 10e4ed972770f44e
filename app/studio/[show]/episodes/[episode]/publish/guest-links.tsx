"use client";

import { type FormEvent, useState } from "react";
import { LocalTime } from "@/components/local-time";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Select } from "@/components/ui/select";
import type { OwnPreview } from "@/lib/episodes/previews";
import { useActing } from "./acting";
import { endPreviewLink, makePreviewLink } from "./actions";

const choices: [string, string][] = [
  ["7", "for 7 days"],
  ["1", "for 1 day"],
  ["30", "for 30 days"],
];

type Props = { episode: string; links: OwnPreview[] };

/** Links by which a guest sees and hears the episode before anybody else. An address is shown once. */
export function GuestLinks({ episode, links }: Props) {
  const [address, setAddress] = useState<string | null>(null);
  return (
    <section id="guests" aria-labelledby="guests-heading" className="grid gap-4 border-t pt-5">
      <div>
        <h3 id="guests-heading" className="font-medium">
          Preview for a guest
        </h3>
        <p className="mt-1 text-small text-quiet">
          Whoever has the link sees and hears the episode as it will be, until the link ends.
        </p>
      </div>
      <NewLink episode={episode} onMade={setAddress} />
      {address && <Made address={address} />}
      {links.length > 0 && (
        <ul aria-label="Links that work" className="border-t">
          {links.map((link) => (
            <GuestLink key={link.id} episode={episode} link={link} onEnded={() => setAddress(null)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function NewLink({ episode, onMade }: { episode: string; onMade(address: string): void }) {
  const [days, setDays] = useState("7");
  const { act, busy, refusal } = useActing(episode);
  const make = (event: FormEvent) => {
    event.preventDefault();
    act(makePreviewLink, { days }, ({ address }) => onMade(String(address)));
  };
  return (
    <form onSubmit={make} className="flex items-center gap-4">
      <div className="w-32">
        <Select aria-label="How long the link works" value={days} onChange={(event) => setDays(event.target.value)}>
          {choices.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Select>
      </div>
      <Button type="submit" variant="secondary" size="small" busy={busy}>
        Make a link
      </Button>
      {refusal && <p role="alert">{refusal.sentence}</p>}
    </form>
  );
}

const Made = ({ address }: { address: string }) => (
  <div role="status" className="grid gap-2 border-s-2 border-signal ps-4">
    <p className="text-small">Copy it now: it is shown only once.</p>
    <code className="text-small break-all">{address}</code>
    <CopyButton value={address} label="Copy preview link" className="justify-self-start" />
  </div>
);

function GuestLink({ episode, link, onEnded }: { episode: string; link: OwnPreview; onEnded(): void }) {
  const { act, busy, refusal } = useActing(episode);
  const until = <LocalTime at={link.expiresAt} time />;
  return (
    <li className="flex items-center justify-between gap-4 border-b py-2.5 text-small">
      <div className="min-w-0">
        <p>works until {until}</p>
        <p className="truncate text-quiet">made by {link.by}</p>
        {refusal && <p role="alert">{refusal.sentence}</p>}
      </div>
      <Button
        variant="danger"
        size="small"
        className="shrink-0"
        busy={busy}
        onClick={() => act(endPreviewLink, { link: link.id }, onEnded)}
      >
        Revoke
      </Button>
    </li>
  );
}
