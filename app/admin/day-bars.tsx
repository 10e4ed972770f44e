import { Bars } from "@/components/bars";
import type { DayCount } from "@/lib/house/figures";

type Props = { title: string; unit: string; days: DayCount[] };

/** A bar a day; for screen readers a table. */
export function DayBars({ title, unit, days }: Props) {
  const most = Math.max(0, ...days.map(({ count }) => count));
  const total = days.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-label={title} className="relative">
      <Bars
        title={title}
        aside={`${total.toLocaleString("en")} in 30 days`}
        bars={days.map(({ day, count }) => ({ key: day, count, words: `${dayInWords(day)}: ${count} ${unit}` }))}
        gap={3}
        look="fill-ink hover:fill-signal"
        foot={[
          dayInWords(days[0]?.day),
          total > 0 ? `most on a day: ${most.toLocaleString("en")}` : "none yet",
          "today",
        ]}
      >
        <div className="sr-only">
          <DayTable title={title} unit={unit} days={days} />
        </div>
      </Bars>
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

const dayInWords = (day = ""): string =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(day));
