import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

/** thead and tbody are children. What is wider than the page scrolls inside, words for screen readers too. */
export function Table({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <div className="relative overflow-x-auto">
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

type SortProps = { href: string; direction: "ascending" | "descending" | null; numeric?: boolean; children: ReactNode };

/** A column's heading that sorts: `href` is the same list in the next order, `direction` the one it has now. */
export function SortHeading({ href, direction, numeric = false, children }: SortProps) {
  return (
    <th scope="col" aria-sort={direction ?? undefined} className={numeric ? "text-end" : undefined}>
      <Link
        href={href}
        prefetch={false}
        scroll={false}
        className="inline-flex min-h-11 items-center gap-1 hover:text-ink"
      >
        {children}
        {direction && <Arrow direction={direction} />}
      </Link>
    </th>
  );
}

function Arrow({ direction }: { direction: "ascending" | "descending" }) {
  const Icon = direction === "ascending" ? ArrowUp : ArrowDown;
  return <Icon aria-hidden="true" className="size-4" />;
}
