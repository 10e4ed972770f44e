import type { ReactNode } from "react";

type Props = { title: string; lead?: ReactNode; children: ReactNode };

/** One thing to do at the door: what it is, and its form. */
export function Door({ title, lead, children }: Props) {
  return (
    <>
      <div>
        <h1 className="display text-head lg:text-display">{title}</h1>
        {lead && <div className="mt-4 max-w-text text-lead text-quiet lg:mt-8">{lead}</div>}
      </div>
      <div className="max-w-104 lg:pt-3">{children}</div>
    </>
  );
}
