import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  /** Stands above: where this page is, or a way back. */
  above?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
};

/** The page's h1 with what can be done here. */
export function PageHeading({ title, above, actions, children }: Props) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-10 gap-y-6">
      <div className="min-w-0">
        {above && <div className="mb-3 text-small text-quiet">{above}</div>}
        <h1 className="display text-head">{title}</h1>
        {children && <div className="mt-4 max-w-text text-quiet">{children}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
    </header>
  );
}
