import type { PublicShow } from "@/lib/feed/public-queries";
import { CopyField } from "./copy-field";

/** How to follow the show: apps that take a feed by their own address scheme, and the address for all others. */
export function Subscribe({ show }: { show: PublicShow }) {
  return (
    <section aria-labelledby="subscribe">
      <h2 id="subscribe" className="font-semibold">
        Follow this show
      </h2>
      <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1">
        {apps(show.feedUrl).map(({ name, href }) => (
          <li key={name}>
            <a className="link inline-block py-1.5" href={href}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-small text-quiet">
        <bdi>Each opens the app if it is on this device. Any other app takes the address of the feed:</bdi>
      </p>
      <CopyField label="Feed address" value={show.feedUrl} />
    </section>
  );
}

/** The schemes are the apps' own and need no listing in a directory. */
function apps(feedUrl: string): { name: string; href: string }[] {
  const bare = feedUrl.replace(/^https?:\/\//, "");
  return [
    { name: "Apple Podcasts", href: `podcast://${bare}` },
    { name: "Overcast", href: `overcast://x-callback-url/add?url=${encodeURIComponent(feedUrl)}` },
    { name: "Pocket Casts", href: `pktc://subscribe/${bare}` },
    { name: "AntennaPod", href: `antennapod-subscribe://${bare}` },
  ];
}
