import type { Plan } from "@/lib/delivery/plan";
import { StreamCut } from "@/lib/delivery/streams";
import type { ByteRange } from "@/lib/http/ranges";

/**
 * How an answer ended: in full, by a listener who left, by us (a suspension, a stop, a reader who takes nothing), by the store;
 * or somebody else was told to send it, and what became of it nobody tells us.
 */
export type Outcome = "complete" | "left" | "cut" | "broke" | "handed-on";

/** What the plan answered: `range` is what a 206 was to bring. */
export type Answered = { status: number; range: ByteRange | null };

/**
 * Hears how one answer goes, from its beginning to its end, which comes once. Called on the way of the bytes: whoever listens
 * must be quick and never throw.
 */
export type Witness = {
  began(answered: Answered): void;
  /** so many more bytes of the body left */
  sent(bytes: number): void;
  ended(outcome: Outcome): void;
};

/** For answers that nobody asks about. */
export const unwitnessed: Witness = { began() {}, sent() {}, ended() {} };

/** An answer without a body is over as soon as it is made. */
export function tellBodiless(witness: Witness, { status, handedOn }: Pick<Plan, "status" | "handedOn">): void {
  witness.began({ status, range: handedOn && handedOn !== "whole" ? handedOn : null });
  witness.ended(handedOn ? "handed-on" : "complete");
}

/** Who ended a stream that was aborted for this reason. */
export const enderOf = (reason: unknown): Outcome => (reason instanceof StreamCut ? "cut" : "left");
