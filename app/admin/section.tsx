import type { ReactNode } from "react";

type Props = { id: string; title: ReactNode; aside?: ReactNode; children: ReactNode };

/** A part of a page at the desk, under its own small heading. */
export function Section({ id, title, aside, children }: Props) {
  return (
    <section aria-labelledby={id} className="mt-12">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b pb-2.5">
        <h2 id={id} className="text-small font-semibold">
          {title}
        </h2>
        {aside && <div className="text-small text-quiet">{aside}</div>}
      </div>
      {children}
    </section>
  );
}

type RowProps = { title: ReactNode; children?: ReactNode; act?: ReactNode };

/** One thing in a section: what it is, more about it, and what can be done. */
export function Row({ title, children, act }: RowProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-b py-3.5">
      <div className="min-w-0 grow basis-72">
        <p className="font-medium">{title}</p>
        {children && <div className="text-small text-quiet">{children}</div>}
      </div>
      {act && <div className="flex flex-wrap gap-2">{act}</div>}
    </div>
  );
}

/** Where a section has nothing. */
export const Nothing = ({ children }: { children: ReactNode }) => (
  <p className="border-b py-3.5 text-small text-quiet">{children}</p>
);
