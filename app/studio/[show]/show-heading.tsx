import Link from "next/link";
import type { ReactNode } from "react";
import { voice } from "@/components/voice";
import { artworkAddress } from "@/lib/media/addresses";
import type { ShowWithArtwork } from "@/lib/shows/queries";
import { Cover } from "../cover";
import { ShowNav } from "./show-nav";

type Props = { show: ShowWithArtwork; actions?: ReactNode; children?: ReactNode };

/** The head of every page of a show: its cover, its name, and the way to its other pages. */
export function ShowHeading({ show, actions, children }: Props) {
  return (
    <header>
      <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-6">
        <div className="grid min-w-0 grid-cols-[4rem_minmax(0,1fr)] items-center gap-x-4 md:grid-cols-[6rem_minmax(0,1fr)] md:gap-x-7">
          <Cover src={show.artwork && artworkAddress(show.artwork)} />
          <div className="min-w-0">
            <p className="mb-1 text-small text-quiet md:mb-2">
              <Link href="/studio" prefetch={false} className="link">
                Shows
              </Link>
            </p>
            <h1 className="display text-long md:text-head" {...voice(show.language)}>
              {show.title}
            </h1>
          </div>
        </div>
        {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
      </div>
      {children}
      <ShowNav slug={show.slug} />
    </header>
  );
}
