import type { ReactNode } from "react";

type Props = { title: string; lead?: ReactNode; children: ReactNode };

/** One thing about an account: what it is, and what can be done about it. */
export function Part({ title, lead, children }: Props) {
  return (
    <section className="border-t pt-8 not-first:mt-14 max-lg:first:border-t-0 max-lg:first:pt-0 lg:grid lg:grid-cols-[minmax(0,17rem)_minmax(0,1fr)] lg:gap-x-14">
      <div>
        <h2 className="text-item font-semibold tracking-[-0.01em]">{title}</h2>
        {lead && <div className="mt-3 max-w-text text-small text-quiet">{lead}</div>}
      </div>
      <div className="max-w-xl max-lg:mt-7">{children}</div>
    </section>
  );
}
