import type { ReactNode } from "react";
import { Table } from "@/components/ui/table";
import { voice } from "@/components/voice";
import type { OnAir } from "@/lib/downloads/on-air";

/** Which episodes are heard, the loudest first. */
export function EpisodeTable({ episodes, withShows }: { episodes: OnAir["episodes"]; withShows: boolean }) {
  return (
    <Voices title="Episodes" what="Episode" isEmpty={episodes.length === 0}>
      {episodes.map(({ id, name, show, language, streams, requests }) => (
        <tr key={id}>
          <th scope="row" {...voice(language)}>
            {name}
            {withShows && <span className="block text-small font-normal text-quiet">{show}</span>}
          </th>
          <Counts streams={streams} requests={requests} />
        </tr>
      ))}
    </Voices>
  );
}

/** Which apps ask, by what they call themselves. */
export function AppTable({ apps }: { apps: OnAir["apps"] }) {
  return (
    <Voices title="Apps" what="App" isEmpty={apps.length === 0}>
      {apps.map(({ name, streams, requests }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <Counts streams={streams} requests={requests} />
        </tr>
      ))}
    </Voices>
  );
}

type Props = { title: string; what: string; isEmpty: boolean; children: ReactNode };

function Voices({ title, what, isEmpty, children }: Props) {
  return (
    <section aria-label={title} className="min-w-0">
      <h2 className="mb-3 text-small font-semibold">{title}</h2>
      {isEmpty ? (
        <p className="border-y py-4 text-quiet">None in the last minute.</p>
      ) : (
        <Table caption={title}>
          <thead>
            <tr>
              <th scope="col">{what}</th>
              <th scope="col" className="text-end!">
                Streams
              </th>
              <th scope="col" className="text-end!">
                Requests, 1 min
              </th>
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </Table>
      )}
    </section>
  );
}

const Counts = ({ streams, requests }: { streams: number; requests: number }) => (
  <>
    <td className="text-end!">{streams.toLocaleString("en")}</td>
    <td className="text-end!">{requests.toLocaleString("en")}</td>
  </>
);
