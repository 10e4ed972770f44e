import type { ReactNode } from "react";

type Props = { title: string; action?: ReactNode; children?: ReactNode };

/** Where a list would be: what belongs here, and the one thing to do about it. */
export function EmptyState({ title, action, children }: Props) {
  return (
    <div className="border-y py-14 md:py-20">
      <h2 className="text-long font-semibold tracking-[-0.02em]">{title}</h2>
      {children && <div className="mt-3 max-w-text text-quiet">{children}</div>}
      {action && <div className="mt-7 flex flex-wrap gap-3">{action}</div>}
    </div>
  );
}
