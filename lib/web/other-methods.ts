import { DomainError } from "@/lib/platform/errors";
import { plainAnswer } from "@/lib/web/plain";
import { problem } from "@/lib/web/problems";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];
type Answers = Record<Method | "OPTIONS", () => Response>;

/**
 * What a route of the API says to methods that it does not have, given its `own`: a 405 with Allow (RFC 9110 §15.5.6) as
 * problem+json, and to OPTIONS the same list. Next's own 405 has neither. Where there is GET, Next answers HEAD with it.
 */
export function otherMethods(...own: Method[]): Answers {
  const allow = allowOf(own);
  const refuse = () => wrongMethod(allow);
  const tell = () => new Response(null, { status: 204, headers: { allow } });
  return Object.fromEntries([...methods.map((method) => [method, refuse]), ["OPTIONS", tell]]);
}

/** The same for addresses that listeners GET: in a small text with these headers. */
export function otherMethodsInWords(headers: Record<string, string>) {
  const allow = allowOf(["GET"]);
  const refuse = async () => plainAnswer(405, `This address takes ${allow}.`, { ...headers, allow });
  return { POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse };
}

function allowOf(own: Method[]): string {
  const has = (method: Method) => own.includes(method) || (method === "HEAD" && own.includes("GET"));
  return methods.filter(has).join(", ");
}

function wrongMethod(allow: string): Response {
  const answer = problem(new DomainError("wrong-method", `This address takes ${allow}.`));
  answer.headers.set("allow", allow);
  return answer;
}
