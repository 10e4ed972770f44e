import type { ReactNode } from "react";

type Props = { id: string; title: string; about?: ReactNode; children: ReactNode };

/** One section of the settings, reached by its anchor. */
export function Section({ id, title, about, children }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-8 border-t pt-8 first:border-t-0 first:pt-0">
      <h2 id={`${id}-title`} className="text-item font-semibold tracking-[-0.015em]">
        {title}
      </h2>
      {about && <div className="mt-2 max-w-text text-small text-quiet">{about}</div>}
      <div className="mt-7 max-w-text">{children}</div>
    </section>
  );
}
