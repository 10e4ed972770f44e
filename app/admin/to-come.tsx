import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import { Skeleton } from "@/components/ui/skeleton";

const WIDTHS = ["w-1/2", "w-3/4", "w-2/5", "w-3/5", "w-2/3", "w-1/3"];

type Props = {
  /** "The shows are on their way." */
  words: string;
  children: ReactNode;
};

/** The room of what is on its way, in the shape that it will have. */
export const ToCome = ({ words, children }: Props) => (
  <div aria-busy="true">
    <p className="sr-only noscript:hidden">{words}</p>
    <p className="mt-6 hidden border-y py-5 text-quiet noscript:block">
      This part of the page comes by a script, and this browser runs none.
    </p>
    <div aria-hidden="true" className="noscript:hidden">
      {children}
    </div>
  </div>
);

/** A line of words to come, as high as the words around it. */
export const Line = ({ className }: { className: string }) => (
  <span className="flex h-lh items-center">
    <Skeleton className={classes("h-3", className)} />
  </span>
);

type TableProps = {
  words: string;
  /** columns of a wide window; on a phone the first two of them, what the others say stands below the name */
  columns: number;
  /** on a phone there is one column, with a meter below the name */
  single?: boolean;
};

/** A searched table to come: its filters, its orders on a phone, its head, and rows of a name with a line below it. */
export const TableToCome = ({ words, columns, single = false }: TableProps) => (
  <ToCome words={words}>
    <div className="mt-4 mb-3 flex min-h-11 items-center gap-6 text-small">
      <Line className="w-12" />
      <Line className="w-20" />
    </div>
    <div className="flex min-h-11 items-center text-small md:hidden">
      <Line className="w-52" />
    </div>
    <table className="table">
      <thead className="max-md:hidden">
        <tr>
          <th colSpan={columns} />
        </tr>
      </thead>
      <tbody>
        {WIDTHS.map((width) => (
          <tr key={width}>
            <th>
              <Line className={width} />
              <span className="mt-0.5 block text-small">
                <Line className="w-32" />
              </span>
              <span className="mt-0.5 block text-small md:hidden">
                <Line className="w-36" />
              </span>
              {single && <span className="mt-2 block h-7 md:hidden" />}
            </th>
            {Array.from({ length: columns - 1 }, (_, index) => `column ${index}`).map((column, index) => (
              <td key={column} className={index > 0 || single ? "max-md:hidden" : undefined}>
                <Line className="w-20" />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </ToCome>
);

type RowsProps = {
  className?: string;
  /** the look of a row */
  look?: string;
  /** what is in a row, whose longest line is so wide */
  row?: (width: string) => ReactNode;
};

/** Rows to come, of a name with a line below it where nothing else is said. */
export const RowsToCome = ({ className, look = "py-3.5", row = nameAndMore }: RowsProps) => (
  <div className={classes("border-t", className)}>
    {WIDTHS.map((width) => (
      <div key={width} className={classes("border-b", look)}>
        {row(width)}
      </div>
    ))}
  </div>
);

const nameAndMore = (width: string) => (
  <>
    <Line className={width} />
    <span className="block text-small">
      <Line className="w-1/4" />
    </span>
  </>
);
