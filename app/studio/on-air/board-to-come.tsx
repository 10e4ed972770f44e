import { Skeleton } from "@/components/ui/skeleton";

const FIGURES = ["streams", "requests", "sent"];

/** The room of what is on the air while it is on its way. */
export const BoardToCome = () => (
  <div aria-busy="true">
    <p className="sr-only noscript:hidden">What is on the air is on its way.</p>
    <p className="hidden border-t py-5 text-quiet noscript:block">
      This page is filled by a script, and this browser runs none.
    </p>
    <div className="grid grid-cols-2 gap-x-8 gap-y-6 md:grid-cols-3 noscript:hidden">
      {FIGURES.map((figure) => (
        <div key={figure} className="grid gap-3">
          <Skeleton className="h-7 w-20" />
          <Skeleton className="w-28" />
        </div>
      ))}
    </div>
    <Skeleton className="mt-10 h-24 noscript:hidden" />
  </div>
);
