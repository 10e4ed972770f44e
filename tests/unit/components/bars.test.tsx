import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { DayBars } from "@/app/admin/day-bars";
import { Spark } from "@/app/studio/on-air/spark";

const heights = (html: string) =>
  [...html.matchAll(/<rect[^>]* height="([\d.]+)"/g)].map(([, height]) => Number(height));

it("bars are as high as what they stand for, and what happened at all is seen", () => {
  const html = renderToStaticMarkup(<Spark bytes={[0, 1, 500_000, 1_000_000]} />);
  expect(heights(html)).toEqual([0, 2, 32, 64]);
  expect(html).toContain("1.5 MB, at most 1 MB in a second");
});

it("days without anything have no bar, and say so; readers of screens get a table", () => {
  const days = ["2026-11-23", "2026-11-24"].map((day) => ({ day, count: 0 }));
  const html = renderToStaticMarkup(<DayBars title="Uploads" unit="files" days={days} />);
  expect(heights(html)).toEqual([0, 0]);
  expect(html).toMatch(/none yet.*<caption>Uploads, by day of UTC/);
});
