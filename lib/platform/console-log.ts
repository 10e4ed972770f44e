import { format } from "node:util";
import { log } from "@/lib/platform/log";
import { requestId } from "@/lib/platform/request-id";

/**
 * From now on what is printed as an error or a warning, by Next for a bug in a page or an action above all, is a line of the log
 * like any other: with the request's id, and without what people typed, which Prisma repeats.
 */
export function logConsole(): void {
  console.error = (...told) => log().error(...lineOf(told));
  console.warn = (...told) => log().warn(...lineOf(told));
}

/** `digest` is what the browser was told instead of the error. */
function lineOf(told: unknown[]): [fields: object, words: string] {
  const error = told.find((each) => each instanceof Error);
  const words = format(...told.filter((each) => each !== error)).trim();
  const about = error && { err: error, ...("digest" in error && { digest: error.digest }) };
  return [{ id: requestId(), ...about }, words || "A page or an action ended in a bug."];
}
