import type { Company as Person } from "@/lib/episodes/presence";

const MOST = 3;

/** Who else has this open, by their initials. */
export function Company({ others }: { others: Person[] }) {
  const names = others.map(({ name }) => name);
  return (
    <div role="status" className="flex min-w-0 items-center gap-2 empty:sr-only">
      {names.length > 0 && (
        <>
          <span aria-hidden="true" className="flex shrink-0 -space-x-1.5">
            {others.slice(0, MOST).map(({ id, name }) => (
              <span
                key={id}
                title={name}
                className="flex size-8 items-center justify-center rounded-full border border-edge bg-sheet text-[0.75rem] font-semibold"
              >
                {initialsOf(name)}
              </span>
            ))}
          </span>
          <span className="truncate text-small text-quiet max-md:sr-only">{sentenceOf(names)}</span>
        </>
      )}
    </div>
  );
}

function sentenceOf(names: string[]): string {
  const listed = names.length > MOST ? [...names.slice(0, MOST - 1), `${names.length - MOST + 1} others`] : names;
  return `${new Intl.ListFormat("en-GB").format(listed)} ${names.length === 1 ? "has" : "have"} this open too`;
}

function initialsOf(name: string): string {
  const words = name.split(/[\s.@_-]+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ""]
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}
