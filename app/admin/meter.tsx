import { bytesInWords } from "@/lib/accounts/bytes";

type Props = { bytes: bigint; maxBytes: bigint };

/** How much of its room something takes, in words and as a line; lit when it is over nine tenths. */
export function Meter({ bytes, maxBytes }: Props) {
  const share = Number(bytes) / Math.max(1, Number(maxBytes));
  return (
    <span className="block w-44 max-w-full text-small">
      <span className={share > 0.9 ? "block text-signal" : "block text-quiet"}>
        {bytesInWords(bytes)} of {bytesInWords(maxBytes)}
      </span>
      <span aria-hidden="true" className="mt-1.5 block h-0.5 bg-hairline">
        <span
          className={share > 0.9 ? "block h-full bg-signal" : "block h-full bg-ink"}
          style={{ width: `${Math.min(100, share * 100)}%` }}
        />
      </span>
    </span>
  );
}
