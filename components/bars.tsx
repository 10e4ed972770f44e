import type { ReactNode } from "react";

const HEIGHT = 64;
const WIDTH = 10;

type Bar = { key: string | number; count: number; words?: string };
type Props = {
  title: string;
  /** beside the title: what all of it comes to */
  aside: string;
  bars: Bar[];
  /** between two bars; one is ten wide */
  gap: number;
  look: string;
  /** under the bars, from the first to the last */
  foot: string[];
  /** the same for screen readers, where the title and `aside` do not say it */
  children?: ReactNode;
};

/** Bars with their title above and what is first and last below. */
export function Bars({ title, aside, bars, gap, look, foot, children }: Props) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <>
      <h2 className="flex items-baseline justify-between gap-4 text-small">
        <span className="font-semibold">{title}</span>
        <span className="text-quiet">{aside}</span>
      </h2>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${bars.length * (WIDTH + gap) - gap} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="mt-4 h-20 w-full border-b"
      >
        {bars.map(({ key, count, words }, index) => (
          <rect
            key={key}
            x={index * (WIDTH + gap)}
            y={HEIGHT - heightOf(count, most)}
            width={WIDTH}
            height={heightOf(count, most)}
            className={look}
          >
            {words && <title>{words}</title>}
          </rect>
        ))}
      </svg>
      <p aria-hidden="true" className="mt-2 flex justify-between text-small text-quiet">
        {foot.map((each) => (
          <span key={each}>{each}</span>
        ))}
      </p>
      {children}
    </>
  );
}

/** What happened at all is seen: two units at least. */
const heightOf = (count: number, most: number): number => (count > 0 ? Math.max(2, (count / most) * HEIGHT) : 0);
