import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { feedAddress, showPage } from "@/lib/shows/addresses";

/** Where a show is found: its page and its feed, each to take along. */
export function Addresses({ slug }: { slug: string }) {
  const [page, feed] = [showPage(slug), feedAddress(slug)];
  return (
    <dl className="mt-5 grid gap-x-12 text-small md:mt-7 md:flex md:flex-wrap">
      <Line name="Page" copy="Copy page address" address={page}>
        <a href={`/${slug}`} className="link min-w-0 flex-1 truncate">
          <span className="sr-only">Open page </span>
          {short(page)}
        </a>
      </Line>
      <Line name="Feed" copy="Copy feed address" address={feed}>
        <span className="min-w-0 flex-1 truncate">{short(feed)}</span>
      </Line>
    </dl>
  );
}

type Props = { name: string; copy: string; address: string; children: ReactNode };

const Line = ({ name, copy, address, children }: Props) => (
  <div className="flex min-w-0 items-center gap-3">
    <dt className="w-10 shrink-0 text-quiet md:w-auto">{name}</dt>
    <dd className="flex min-w-0 grow flex-wrap items-center">
      {children}
      <CopyButton
        value={address}
        label={copy}
        size="icon"
        variant="quiet"
        className="-my-1 -me-3 ms-auto shrink-0 md:ms-1"
      />
    </dd>
  </div>
);

const short = (address: string) => address.replace(/^https?:\/\//, "");
