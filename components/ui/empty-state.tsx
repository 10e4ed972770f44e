import type { ReactNode } from "react";

type Props = {
  title: string;
  action?: ReactNode;
  /** what it will look like, under a few words that say what that is */
  preview?: { words: string; look: ReactNode };
  children?: ReactNode;
};

/** Where a list would be: what belongs here, the one thing to do about it, and what comes of that. */
export function EmptyState({ title, action, preview, children }: Props) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-16 gap-y-10 border-y py-14 md:py-20">
      <div className="min-w-0">
        <h2 className="text-long font-semibold tracking-[-0.02em]">{title}</h2>
        {children && <div className="mt-3 max-w-text text-quiet">{children}</div>}
        {action && <div className="mt-7 flex flex-wrap gap-3">{action}</div>}
      </div>
      {preview && (
        <figure className="w-72 max-w-full">
          <figcaption className="mb-4 text-small text-quiet">{preview.words}</figcaption>
          {preview.look}
        </figure>
      )}
    </div>
  );
}
