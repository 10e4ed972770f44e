import Link from "next/link";

type Order = { href: string; name: string; current: boolean };

/** The orders of a list above it on a phone, where the columns that sort are not shown. */
export function PhoneOrders({ orders }: { orders: Order[] }) {
  return (
    <p className="flex flex-wrap gap-x-4 text-small text-quiet md:hidden">
      <span className="inline-flex min-h-11 items-center">Sort by</span>
      {orders.map(({ href, name, current }) => (
        <Link
          key={name}
          href={href}
          prefetch={false}
          scroll={false}
          aria-current={current ? "true" : undefined}
          className="inline-flex min-h-11 items-center hover:text-ink aria-[current]:font-medium aria-[current]:text-ink"
        >
          {name}
        </Link>
      ))}
    </p>
  );
}
