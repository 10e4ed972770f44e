import type { ReactNode } from "react";

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      className="grid gap-x-16 gap-y-8 border-t py-12 grid-cols-1 lg:grid-cols-[12rem_minmax(0,1fr)]"
    >
      <h2 className="text-item font-semibold tracking-[-0.015em]">{title}</h2>
      <div className="grid min-w-0 grid-cols-1 gap-10">{children}</div>
    </section>
  );
}

export function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}
