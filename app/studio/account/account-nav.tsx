"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

const rooms = [
  { href: "/studio/account", name: "Profile" },
  { href: "/studio/account/password", name: "Password" },
  { href: "/studio/account/second-step", name: "Second step" },
  { href: "/studio/account/passkeys", name: "Passkeys" },
  { href: "/studio/account/sessions", name: "Sessions" },
  { href: "/studio/account/close", name: "Close account" },
];

/** What there is to an account: beside it on a desk, above it on a phone. */
export function AccountNav() {
  const path = usePathname();
  return (
    <nav aria-label="Account" className="max-lg:-mx-5 max-lg:overflow-x-auto max-lg:border-b max-lg:px-5">
      <ul className="flex gap-6 lg:flex-col lg:gap-0">
        {rooms.map(({ href, name }) => (
          <li key={href} className="shrink-0">
            <Link
              href={href}
              prefetch={false}
              aria-current={path === href ? "page" : undefined}
              className="inline-flex min-h-11 items-center border-b-2 border-transparent text-quiet -outline-offset-2 transition-colors duration-150 hover:text-ink aria-[current]:border-ink aria-[current]:text-ink lg:border-b-0 lg:aria-[current]:font-medium"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
