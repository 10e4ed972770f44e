import { megabytes } from "./words";

const HEIGHT = 48;
const [WIDTH, GAP] = [5, 1];

/** The bytes of each second of the last minute as bars, and in words. */
export function Spark({ bytes }: { bytes: number[] }) {
  const most = Math.max(1, ...bytes);
  const total = bytes.reduce((sum, count) => sum + count, 0);
  return (
    <section aria-label="The last minute" className="mt-10">
      <h2 className="flex items-baseline justify-between gap-4 text-small">
        <span className="font-semibold">The last minute</span>
        <span className="text-quiet">
          {megabytes(total)} MB, at most {megabytes(total > 0 ? most : 0)} in a second
        </span>
      </h2>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${bytes.length * (WIDTH + GAP) - GAP} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="mt-4 h-20 w-full border-b"
      >
        {barsOf(bytes, most).map(({ x, height }) => (
          <rect key={x} x={x} y={HEIGHT - height} width={WIDTH} height={height} className="fill-ink last:fill-signal" />
        ))}
      </svg>
      <p aria-hidden="true" className="mt-2 flex justify-between text-small text-quiet">
        <span>a minute ago</span>
        <span>now</span>
      </p>
    </section>
  );
}

/** What happened at all is seen. */
const barsOf = (bytes: number[], most: number) =>
  bytes.map((count, index) => ({
    x: index * (WIDTH + GAP),
    height: count > 0 ? Math.max(1, (count / most) * HEIGHT) : 0,
  }));
