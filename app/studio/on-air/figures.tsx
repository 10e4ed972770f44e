import { bytesInWords } from "@/lib/accounts/bytes";
import type { OnAir } from "@/lib/downloads/on-air";
import { amount } from "./words";

const SECONDS = 3;

/** The figures of this moment: rates are those of the last three seconds. */
export function Figures({ onAir: { streams, requests, bytes } }: { onAir: OnAir }) {
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-6 md:grid-cols-3">
      <Figure name={streams === 1 ? "stream open" : "streams open"} value={streams.toLocaleString("en")} />
      <Figure name="requests a second" value={amount(rate(requests))} />
      <Figure name="sent a second" value={bytesInWords(rate(bytes))} />
    </dl>
  );
}

const Figure = ({ name, value }: { name: string; value: string }) => (
  <div className="flex flex-col-reverse">
    <dt className="text-small text-quiet">{name}</dt>
    <dd className="text-long font-semibold tracking-[-0.02em]">{value}</dd>
  </div>
);

const rate = (seconds: number[]): number => seconds.slice(-SECONDS).reduce((sum, count) => sum + count, 0) / SECONDS;
