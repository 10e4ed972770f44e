import Link from "next/link";

export type Filter = { href: string; name: string; count: number; current: boolean };

/** What a list can be narrowed to, with how many are in each. One that nothing is in is not offered. */
export function FilterLinks({ label, filters }: { label: string; filters: Filter[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-x-6 text-small">
      {filters
        .filter(({ count, current }) => count > 0 || current)
        .map(({ href, name, count, current }) => (
          <Link
            key={name}
            href={href}
            prefetch={false}
            scroll={false}
            aria-current={current ? "true" : undefined}
            className="inline-flex min-h-11 items-center gap-2 text-quiet hover:text-ink aria-[current]:font-medium aria-[current]:text-ink"
          >
            {name} <span>{count.toLocaleString("en")}</span>
          </Link>
        ))}
    </nav>
  );
}
