import { Bars } from "@/components/bars";
import { bytesInWords } from "@/lib/accounts/bytes";

/** The bytes of each second of the last minute as bars, and in words. */
export function Spark({ bytes }: { bytes: number[] }) {
  const total = bytes.reduce((sum, count) => sum + count, 0);
  return (
    <section aria-label="The last minute" className="mt-10">
      <Bars
        title="The last minute"
        aside={`${bytesInWords(total)}, at most ${bytesInWords(Math.max(0, ...bytes))} in a second`}
        bars={bytes.map((count, key) => ({ key, count }))}
        gap={2}
        look="fill-ink last:fill-signal"
        foot={["a minute ago", "now"]}
      />
    </section>
  );
}
