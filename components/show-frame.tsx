import type { ReactNode } from "react";
import type { PublicShow } from "@/lib/feed/public-queries";
import type { AccentPair } from "@/lib/shows/accent";
import { lamp } from "./lamp";
import { directionOf, voice } from "./voice";

type Props = { show: PublicShow; accent: AccentPair; children: ReactNode };

/** The page of a show or of one of its episodes, lit in the show's accent. */
export function ShowFrame({ show, accent, children }: Props) {
  return (
    <div
      className="show mx-auto max-w-page px-5 md:px-8 lg:px-12"
      style={lamp(accent)}
      dir={directionOf(show.language)}
    >
      {children}
      <footer className="mt-20 flex flex-wrap justify-between gap-x-8 gap-y-2 border-t py-8 text-small text-quiet lg:mt-28">
        <p>
          <span {...voice(show.language)}>{show.author}</span>
          {show.contactEmail && (
            <>
              {" · "}
              <a className="link" href={`mailto:${show.contactEmail}`}>
                {show.contactEmail}
              </a>
            </>
          )}
        </p>
        <p>
          Hosted with{" "}
          <a className="link" href="/">
            Longwave
          </a>
        </p>
      </footer>
    </div>
  );
}

/** Two columns that share their top edge; on a phone the one comes after the other. */
export function Spread({ aside, children, ruled = false }: { aside: ReactNode; children: ReactNode; ruled?: boolean }) {
  const rule = ruled ? "border-t pt-6" : "";
  return (
    <div className="grid gap-x-12 gap-y-10 md:grid-cols-[minmax(0,15rem)_minmax(0,1fr)] lg:gap-x-20 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
      <div className={rule}>{aside}</div>
      <div className={`min-w-0 ${rule}`}>{children}</div>
    </div>
  );
}
