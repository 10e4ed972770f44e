"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { roomAt, wings } from "./rooms";

/** The rooms beside the page, where the window is wide enough. */
export function SideList() {
  const current = roomAt(usePathname());
  return (
    <nav aria-label="House" className="sticky top-8 grid gap-7 text-small max-lg:hidden">
      {wings.map(({ name, rooms }) => (
        <div key={name}>
          <p className="text-quiet">{name}</p>
          <ul className="mt-1">
            {rooms.map((room) => (
              <li key={room.href}>
                <Link
                  href={room.href}
                  prefetch={false}
                  aria-current={room === current ? "page" : undefined}
                  className="-ms-4 flex min-h-9 items-center border-s-2 border-transparent ps-3.5 text-ink-soft transition-colors duration-150 hover:text-ink hover:underline hover:underline-offset-4 aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
                >
                  {room.name}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
