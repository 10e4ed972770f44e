import Link from "next/link";
import type { ReactNode } from "react";

/** What is known about something, a line each; what is null or false is left out. */
export function Facts({ facts }: { facts: [name: string, value: ReactNode][] }) {
  return (
    <dl className="mt-8 border-t text-small">
      {facts
        .filter(([, value]) => value !== null && value !== false)
        .map(([name, value]) => (
          <div key={name} className="grid gap-x-6 border-b py-2.5 md:grid-cols-[9.5rem_minmax(0,1fr)]">
            <dt className="text-quiet">{name}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** A way to what a fact names. */
export const To = ({ href, words }: { href: string; words: string }) => (
  <Link href={href} prefetch={false} className="link" dir="auto">
    {words}
  </Link>
);
