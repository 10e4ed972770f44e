import { bytesInWords } from "@/lib/accounts/bytes";

/** How much is stored of what may be: a hairline that fills, and turns to signal when it is nearly full. */
export function Room({ bytes, maxBytes }: { bytes: bigint; maxBytes: bigint }) {
  const share = maxBytes > 0n ? Math.min(1, Number(bytes) / Number(maxBytes)) : 1;
  return (
    <div>
      <p className="text-small">
        {bytesInWords(bytes)} <span className="text-quiet">of {bytesInWords(maxBytes)}</span>
      </p>
      <div aria-hidden="true" className="mt-2 h-0.5 bg-hairline">
        <div
          className={`h-full ${share >= 0.9 ? "bg-signal" : "bg-ink"}`}
          style={{ width: `${Math.max(share * 100, bytes > 0n ? 1 : 0)}%` }}
        />
      </div>
    </div>
  );
}
