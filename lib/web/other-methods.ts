import { DomainError } from "@/lib/platform/errors";
import { problem } from "@/lib/web/problems";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];
type Answers = Record<Method | "OPTIONS", () => Response>;

/**
 * What a route of the API says to methods that it does not have, given its `own`: a 405 with Allow (RFC 9110 §15.5.6) as
 * problem+json, and to OPTIONS the same list. Next's own 405 has neither. Where there is GET, Next answers HEAD with it.
 */
export function otherMethods(...own: Method[]): Answers {
  const has = (method: Method) => own.includes(method) || (method === "HEAD" && own.includes("GET"));
  const allow = methods.filter(has).join(", ");
  const refuse = () => wrongMethod(allow);
  const tell = () => new Response(null, { status: 204, headers: { allow } });
  return Object.fromEntries([...methods.map((method) => [method, refuse]), ["OPTIONS", tell]]);
}

function wrongMethod(allow: string): Response {
  const answer = problem(new DomainError("wrong-method", `This address takes ${allow}.`));
  answer.headers.set("allow", allow);
  return answer;
}
