import type { ReactNode } from "react";

/** A page with one thing to say, under the lamp. */
export function PlainPage({
  title,
  house = "Longwave",
  children,
}: {
  title: string;
  house?: string;
  children: ReactNode;
}) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-page flex-col px-5 py-10 lg:px-12 lg:py-16">
      <p className="flex items-center gap-3 font-semibold tracking-[-0.01em]">
        <span className="size-2.5 rounded-full bg-signal" />
        <a href="/">{house}</a>
      </p>
      <div className="my-auto py-16">
        <h1 className="display max-w-4xl text-display">{title}</h1>
        <div className="mt-8 max-w-text text-lead text-quiet">{children}</div>
      </div>
    </main>
  );
}
