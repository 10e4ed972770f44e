"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { classes } from "@/components/ui/classes";
import { rooms } from "./rooms";

/** The rooms of the studio. A show's pages belong to Shows, the account's to none of them. */
export function StudioNav({ className }: { className?: string }) {
  const path = usePathname();
  const isIn = (href: string) => path === href || path.startsWith(`${href}/`);
  const current = isIn("/studio/account") ? undefined : rooms.findLast(({ href }) => isIn(href));
  return (
    <nav aria-label="Studio" className={classes("flex gap-6 overflow-x-auto text-small md:gap-8", className)}>
      {rooms.map((room) => (
        <Link
          key={room.href}
          href={room.href}
          prefetch={false}
          aria-current={room === current ? "page" : undefined}
          className="inline-flex min-h-11 shrink-0 items-center text-quiet transition-colors duration-150 -outline-offset-2 hover:text-ink aria-[current]:font-medium aria-[current]:text-ink"
        >
          {room.name}
        </Link>
      ))}
    </nav>
  );
}
