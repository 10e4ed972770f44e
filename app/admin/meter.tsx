import { bytesInWords } from "@/lib/accounts/bytes";

type Props = { bytes: bigint; maxBytes: bigint };

/** How much of its room something takes, in words and as a line; lit when it is over nine tenths. */
export function Meter({ bytes, maxBytes }: Props) {
  const share = Number(bytes) / Math.max(1, Number(maxBytes));
  return (
    <div className="w-44 max-w-full text-small">
      <p className={share > 0.9 ? "text-signal" : "text-quiet"}>
        {bytesInWords(bytes)} of {bytesInWords(maxBytes)}
      </p>
      <div aria-hidden="true" className="mt-1.5 h-0.5 bg-hairline">
        <div
          className={share > 0.9 ? "h-full bg-signal" : "h-full bg-ink"}
          style={{ width: `${Math.min(100, share * 100)}%` }}
        />
      </div>
    </div>
  );
}
