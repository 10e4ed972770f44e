import { Cover } from "./cover";

type Props = { src: string | null; name: string; below: string };

/** How apps show a show, or an episode of it, small in a list. */
export const AppLine = ({ src, name, below }: Props) => (
  <div className="flex max-w-72 items-center gap-4 border-y py-3">
    <span className="w-14 shrink-0">
      <Cover src={src} />
    </span>
    <span className="min-w-0">
      <span className="block truncate font-medium">{name}</span>
      <span className="block truncate text-small text-quiet">{below}</span>
    </span>
  </div>
);
