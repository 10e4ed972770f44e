import { LocalTime } from "@/components/local-time";

type Props = { what: string; at: Date | null; reason: string | null };

/** Why something is off the air, where it is. */
export function TakenDownNote({ what, at, reason }: Props) {
  if (!at) return null;
  return (
    <div className="mt-8 max-w-text border-s-2 border-signal ps-5">
      <p className="font-medium">
        This {what} is off the air since <LocalTime at={at} time />.
      </p>
      {reason && <p className="mt-1 whitespace-pre-line text-ink-soft">{reason}</p>}
    </div>
  );
}
