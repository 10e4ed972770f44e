import Link from "next/link";
import type { PublicShow } from "@/lib/feed/public-queries";
import { Artwork } from "./artwork";
import { voice } from "./voice";

/** An episode's cover with its show as the caption: beside it on a phone, beneath it on a desk. */
export function ShowLink({ show, artworkUrl }: { show: PublicShow; artworkUrl: string }) {
  return (
    <Link
      className="group flex items-end gap-5 md:block"
      href={new URL(show.pageUrl).pathname}
      prefetch={false}
      {...voice(show.language)}
    >
      <span className="block w-28 shrink-0 md:w-full">
        <Artwork src={artworkUrl} />
      </span>
      <span className="block md:mt-4">
        <span className="block font-semibold transition-colors duration-150 group-hover:text-accent">{show.title}</span>
        <span className="block text-small text-quiet">{show.author}</span>
      </span>
    </Link>
  );
}
