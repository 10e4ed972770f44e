import { classes } from "@/components/ui/classes";
import { Skeleton } from "@/components/ui/skeleton";

const LINES = ["w-1/2", "w-2/3", "w-2/5", "w-3/5"];

type Props = {
  /** "The shows are on their way." */
  words: string;
  /** of lists whose lines begin with a cover */
  covers?: boolean;
  className?: string;
};

/** The room of a list while it is on its way. */
export const LinesToCome = ({ words, covers = false, className }: Props) => (
  <div aria-busy="true" className={classes("mt-8 border-t lg:mt-12", className)}>
    <p className="sr-only noscript:hidden">{words}</p>
    <p className="hidden py-5 text-quiet noscript:block">Lists come by a script, and this browser runs none.</p>
    {LINES.map((width) => (
      <div key={width} className="flex items-center gap-5 border-b py-5 md:gap-8 noscript:hidden">
        {covers && <Skeleton className="size-18 shrink-0 md:size-24" />}
        <div className="grid grow gap-3">
          <Skeleton className={width} />
          <Skeleton className="w-1/4" />
        </div>
        <Skeleton className="w-24 max-md:hidden" />
      </div>
    ))}
  </div>
);
