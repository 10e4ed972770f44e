import type { IncomingMessage, ServerResponse } from "node:http";
import { requestLog } from "@/lib/platform/log";
import { pathOf } from "@/lib/web/edge";

/** One line when the request is over, however it ended: no query, no address, no header, since any of them may hold a secret. */
export function logRequest(request: IncomingMessage, response: ServerResponse): void {
  const began = performance.now();
  const { socket } = request; // a request that is left before its end has lost it when the response closes
  const sentBefore = socket.bytesWritten;
  const path = withoutSecret(pathOf(request));
  response.once("close", () => {
    const line = {
      id: request.headers["x-request-id"],
      method: request.method,
      path,
      status: response.statusCode,
      ms: Math.round(performance.now() - began),
      bytes: socket.bytesWritten - sentBefore,
      ...(response.writableFinished ? {} : { aborted: true }),
    };
    if (path === "/healthz" || path === "/readyz") requestLog().debug(line);
    else requestLog().info(line);
  });
}

/** The link of a guest's preview is its secret. */
const withoutSecret = (path: string): string => path.replace(/^\/preview\/[^/]+/, "/preview/[link]");
