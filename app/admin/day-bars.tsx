import type { DayCount } from "@/lib/house/figures";

type Props = { title: string; unit: string; days: DayCount[] };

const HEIGHT = 64;
const [WIDTH, GAP] = [10, 3];

/** A bar a day; for screen readers a table. */
export function DayBars({ title, unit, days }: Props) {
  const most = Math.max(1, ...days.map(({ count }) => count));
  const total = days.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-label={title} className="relative">
      <h2 className="flex items-baseline justify-between gap-4 text-small">
        <span className="font-semibold">{title}</span>
        <span className="text-quiet">{total.toLocaleString("en")} in 30 days</span>
      </h2>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${days.length * (WIDTH + GAP) - GAP} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="mt-4 h-20 w-full border-b"
      >
        {days.map(({ day, count }, index) => (
          <rect
            key={day}
            x={index * (WIDTH + GAP)}
            y={HEIGHT - heightOf(count, most)}
            width={WIDTH}
            height={heightOf(count, most)}
            className="fill-ink hover:fill-signal"
          >
            <title>{`${dayInWords(day)}: ${count} ${unit}`}</title>
          </rect>
        ))}
      </svg>
      <p aria-hidden="true" className="mt-2 flex justify-between text-small text-quiet">
        <span>{dayInWords(days[0]?.day)}</span>
        <span>{total > 0 ? `most on a day: ${most.toLocaleString("en")}` : "none yet"}</span>
        <span>today</span>
      </p>
      <div className="sr-only">
        <DayTable title={title} unit={unit} days={days} />
      </div>
    </section>
  );
}

const DayTable = ({ title, unit, days }: Props) => (
  <table>
    <caption>{title}, by day of UTC</caption>
    <thead>
      <tr>
        <th scope="col">Day</th>
        <th scope="col">{unit}</th>
      </tr>
    </thead>
    <tbody>
      {days.map(({ day, count }) => (
        <tr key={day}>
          <th scope="row">{dayInWords(day)}</th>
          <td>{count}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** What happened at all is seen: two units at least. */
const heightOf = (count: number, most: number): number => (count > 0 ? Math.max(2, (count / most) * HEIGHT) : 0);

const dayInWords = (day = ""): string =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(day));
