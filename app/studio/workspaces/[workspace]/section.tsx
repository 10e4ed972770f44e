import { type ReactNode, useId } from "react";

type Props = { title: string; lead?: ReactNode; children: ReactNode };

/** One matter of the workspace: its name beside it where there is room, above it on a phone. */
export function Section({ title, lead, children }: Props) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-12 gap-y-6 border-t py-8 lg:grid-cols-[14rem_minmax(0,1fr)] lg:py-10"
    >
      <div>
        <h2 id={id} className="text-item font-semibold tracking-[-0.015em]">
          {title}
        </h2>
        {lead && <div className="mt-2 text-small text-quiet">{lead}</div>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
