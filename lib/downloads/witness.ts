import { randomUUID } from "node:crypto";
import { enter } from "@/lib/downloads/ledger";
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
  return {
    began(answered: { status: number; range: ByteRange | null }): void {
      status = answered.status;
      firstByte = answered.range?.start ?? null;
    },
    sent(more: number): void {
      bytes += more;
    },
    ended(outcome: Outcome): void {
      const end = { id: randomUUID(), startedAt, endedAt: clock(), status, firstByte, bytes, outcome };
      enter({ ...subject, ...asking, ...end });
    },
  };
}
