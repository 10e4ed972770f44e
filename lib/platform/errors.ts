/** Everything that is expected to go wrong. `lib/web/problems.ts` holds the one table from code to HTTP status. */
export type ErrorCode =
  | "malformed"
  | "invalid"
  | "unauthenticated"
  | "not-found"
  | "gone"
  | "wrong-method"
  | "conflict"
  | "not-publishable"
  | "precondition-required"
  | "stale"
  | "quota-used-up"
  | "too-large"
  | "refused-file"
  | "upload-incomplete"
  | "wrong-part"
  | "too-many"
  | "unavailable";

/** An expected refusal: a stable code, a sentence that says what to do, and facts for programs. */
export class DomainError extends Error {
  override name = "DomainError";
  readonly code: ErrorCode;
  readonly facts: Record<string, unknown>;
  constructor(code: ErrorCode, sentence: string, facts: Record<string, unknown> = {}) {
    super(sentence);
    this.code = code;
    this.facts = facts;
  }
}
