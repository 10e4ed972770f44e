import type { IncomingMessage, ServerResponse } from "node:http";
import { singleton } from "@/lib/platform/singleton";
import { holdStatus } from "@/lib/web/hold-status";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const ID = "x-request-id";

/** The answers that may still become one to an action, by the id that the edge gave the request. */
const underWay = () => singleton("answers to actions", () => new Map<string, ServerResponse>());

/** Lets what an action decides reach the answer's head: Next gives actions a hand on cookies and on nothing else. */
export function withActionStatus(handle: Handler): Handler {
  return (request, response) => {
    const id = String(request.headers[ID]);
    if (request.method === "POST") {
      underWay().set(id, response);
      response.once("close", () => underWay().delete(id));
    }
    return handle(request, response);
  };
}

/** The answer to this action is a 429 (RFC 6585 §4); `retryAfter` in seconds. The form still gets its sentence. */
export function answerTooMany(sent: Pick<Headers, "get">, retryAfter: number): void {
  const response = underWay().get(sent.get(ID) ?? "");
  if (!response || response.headersSent) return;
  holdStatus(response, 429);
  response.setHeader("retry-after", String(retryAfter));
}
