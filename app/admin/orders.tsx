import Link from "next/link";

type Props<Order extends string> = {
  /** what each order is called, in the order in which they are offered */
  names: Record<Order, string>;
  current: string;
  hrefOf(order: Order): string;
};

/** The orders of a list above it on a phone, where the columns that sort are not shown. */
export function PhoneOrders<Order extends string>({ names, current, hrefOf }: Props<Order>) {
  return (
    <p className="flex flex-wrap gap-x-4 text-small text-quiet md:hidden">
      <span className="inline-flex min-h-11 items-center">Sort by</span>
      {(Object.keys(names) as Order[]).map((order) => (
        <Link
          key={order}
          href={hrefOf(order)}
          prefetch={false}
          scroll={false}
          aria-current={order === current ? "true" : undefined}
          className="inline-flex min-h-11 items-center hover:text-ink aria-[current]:font-medium aria-[current]:text-ink"
        >
          {names[order]}
        </Link>
      ))}
    </p>
  );
}
