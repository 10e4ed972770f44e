import { DomainError } from "@/lib/platform/errors";
import { StoreUnavailable } from "@/lib/storage/port";
import { CommandError } from "./command";

type Refusal = { code: string; message: string };

/** What went wrong as a code and a sentence. A plain Error of ours is a sentence; of anything else stderr gets the stack. */
export function refusal(error: unknown): Refusal {
  if (error instanceof DomainError || error instanceof CommandError)
    return { code: error.code, message: error.message };
  if (error instanceof StoreUnavailable) return { code: "store-unavailable", message: error.message };
  if (error instanceof Error && error.name === "SettingsError") return { code: "settings", message: error.message };
  if (isConnectionTrouble(error))
    return { code: "database-unavailable", message: `The database cannot be reached: ${messageOf(error)}` };
  if (error instanceof Error && error.constructor !== Error) console.error(error.stack);
  return { code: "failed", message: messageOf(error) };
}

/** The message of an error, or of those that it gathers (Node's AggregateError has none itself). */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join("; ");
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.message === "fetch failed"
    ? `no answer (${messageOf(error.cause)})`
    : error.message;
}

/** Node's network codes, and PostgreSQL's classes 08 (connection), 28 (authorisation), 3D (no such database), 57P (shutting down). */
function isConnectionTrouble(error: unknown): boolean {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code = first instanceof Error && "code" in first ? first.code : null;
  return typeof code === "string" && /^(ECONN|ENOTFOUND|EHOST|ENET|ETIMEDOUT|EAI_|08|28|3D|57P)/.test(code);
}
