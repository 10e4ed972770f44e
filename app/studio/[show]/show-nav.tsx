"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

const pages = [
  { path: "", name: "Episodes" },
  { path: "/calendar", name: "Calendar" },
  { path: "/on-air", name: "On air" },
  { path: "/settings", name: "Settings" },
  { path: "/deleted", name: "Deleted" },
];

/** The pages of one show. */
export function ShowNav({ slug }: { slug: string }) {
  const here = usePathname();
  return (
    <nav aria-label="Show" className="mt-7 flex gap-5 overflow-x-auto border-b md:mt-9 md:gap-7">
      {pages.map(({ path, name }) => {
        const href = `/studio/${slug}${path}`;
        return (
          <Link
            key={path}
            href={href}
            prefetch={false}
            aria-current={here === href ? "page" : undefined}
            className="-mb-px inline-flex min-h-11 shrink-0 items-center border-b-2 border-transparent text-quiet transition-colors duration-150 -outline-offset-2 hover:text-ink aria-[current]:border-ink aria-[current]:text-ink aria-[current]:[scroll-initial-target:nearest]"
          >
            {name}
          </Link>
        );
      })}
    </nav>
  );
}
