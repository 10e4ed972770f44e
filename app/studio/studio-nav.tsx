"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

const rooms = [
  { href: "/studio", name: "Shows" },
  { href: "/studio/tokens", name: "Tokens" },
];

/** The rooms of the studio. A show's pages belong to Shows. */
export function StudioNav() {
  const path = usePathname();
  const current = rooms.findLast(({ href }) => path === href || path.startsWith(`${href}/`));
  return (
    <nav aria-label="Studio" className="flex gap-5 text-small md:gap-8">
      {rooms.map((room) => (
        <Link
          key={room.href}
          href={room.href}
          prefetch={false}
          aria-current={room === current ? "page" : undefined}
          className="inline-flex min-h-11 items-center text-quiet transition-colors duration-150 hover:text-ink aria-[current]:text-ink"
        >
          {room.name}
        </Link>
      ))}
    </nav>
  );
}
