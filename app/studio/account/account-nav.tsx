"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { accountRooms } from "./account-rooms";

/** What there is to an account: beside it on a desk, above it on a phone. */
export function AccountNav() {
  const path = usePathname();
  return (
    <nav aria-label="Account" className="max-lg:border-b max-lg:pb-3">
      <ul className="flex flex-wrap gap-x-6 lg:flex-col">
        {accountRooms.map(({ href, name }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={path === href ? "page" : undefined}
              className="inline-flex min-h-11 items-center text-quiet -outline-offset-2 transition-colors duration-150 hover:text-ink aria-[current]:font-medium aria-[current]:text-ink"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
