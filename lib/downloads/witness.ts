import { randomUUID } from "node:crypto";
import { appOf } from "@/lib/downloads/apps";
import { enter } from "@/lib/downloads/ledger";
import { beginSound } from "@/lib/downloads/pulse";
import type { Subject } from "@/lib/downloads/subject";
import type { Asking, Outcome } from "@/lib/downloads/transfer";
import type { ByteRange } from "@/lib/http/ranges";

/** Hears how the answer goes (the witness of lib/delivery) and enters it into the ledger when it is over. Null: no account is kept. */
export function witnessOf(subject: Subject | null, asking: Asking, clock = () => new Date()) {
  if (!subject) return;
  const startedAt = clock();
  let status = 0;
  let firstByte: number | null = null;
  let bytes = 0;
  let sound: ReturnType<typeof beginSound> | null = null;
  return {
    began(answered: { status: number; range: ByteRange | null }): void {
      sound = beginSound(subject, appOf(asking.userAgent), clock().getTime());
      status = answered.status;
      firstByte = answered.range?.start ?? null;
    },
    sent(more: number): void {
      bytes += more;
      sound?.sent(more, clock().getTime());
    },
    ended(outcome: Outcome): void {
      sound?.ended();
      const end = { id: randomUUID(), startedAt, endedAt: clock(), status, firstByte, bytes, outcome };
      enter({ ...subject, ...asking, ...end });
    },
  };
}
