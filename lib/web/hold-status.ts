import type { ServerResponse } from "node:http";

/** Settles an answer's status before Next gives the rest of it. */
export function holdStatus(response: ServerResponse, status: number): void {
  Object.defineProperty(response, "statusCode", { get: () => status, set: () => {} });
}
