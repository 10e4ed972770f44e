import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { settings } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { asRequest } from "@/lib/platform/request-id";
import { answerClientErrors } from "@/lib/web/client-errors";
import { cutDawdlers } from "@/lib/web/dawdlers";
import { type Fault, isPage, type Premises, pathOf, receive } from "@/lib/web/edge";
import { faultPage } from "@/lib/web/fault-page";
import { forwardedWatch } from "@/lib/web/forwarded";
import { logRequest } from "@/lib/web/request-log";

type Headers = Record<string, string>;

/** `headers` belong to the answer, whoever gives it. */
type Handler = (request: IncomingMessage, response: ServerResponse, headers?: Headers) => Promise<void>;

export type Door = {
  /** Until then every request is told to come back (503). */
  open(handler: Handler): void;
  /** Lets sockets be taken over: under development pages hear of changes that way. */
  onUpgrade(take: (request: IncomingMessage, socket: Duplex, head: Buffer) => void): void;
  /** Takes no new requests, waits at most `patience` ms for those under way, then cuts them; `atLast` is done just before that. */
  close(patience: number, atLast?: () => Promise<unknown>): Promise<void>;
};

/** For a handler that knows nothing of them: they are set before. Node writes an answer faster where none were (docs/measurements.md). */
export function withHeaders(handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Handler {
  return (request, response, headers = {}) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    return handle(request, response);
  };
}

/** Takes the port at once, so that a taken one is known before anything slow. Rejects with a sentence. */
export async function takePort(port: number, premises: Premises): Promise<Door> {
  let handle: Handler = async (request, response, headers = {}) =>
    answer(request, response, headers, { status: 503, sentence: "Longwave is starting; try again in a moment." });
  const noteForwarded = forwardedWatch(settings().trustedProxies, (sentence) => log().warn(sentence));
  // Without a Host it is refused all the same, but by us and in words.
  const options = { connectionsCheckingInterval: 5_000, requireHostHeader: false };
  const server = createServer(options, (request, response) => {
    logRequest(request, response);
    noteForwarded(request);
    const { headers, fault } = receive(request, premises);
    if (fault) return answer(request, response, headers, fault);
    const id = String(request.headers["x-request-id"]);
    asRequest(id, () => handle(request, response, headers)).catch((error) => {
      log().error({ id, err: error }, "A request could not be answered.");
      response.destroy();
    });
  });
  answerClientErrors(server);
  cutDawdlers(server);
  server.headersTimeout = 20_000;
  server.requestTimeout = 0; // an upload over a slow line takes as long as it takes
  server.keepAliveTimeout = 65_000; // longer than the minute that proxies keep theirs
  await listen(server, port);
  return {
    open: (handler) => (handle = handler),
    onUpgrade: (take) => server.on("upgrade", take),
    close: (patience, atLast) => drain(server, patience, atLast),
  };
}

/** In words, as a page to whoever reads pages. */
function answer(request: IncomingMessage, response: ServerResponse, headers: Headers, fault: Fault): void {
  const { status, sentence, location } = fault;
  const reads = isPage(pathOf(request)) && /\btext\/html\b/i.test(request.headers.accept ?? "");
  const kind = { "content-type": `text/${reads ? "html" : "plain"}; charset=utf-8`, "cache-control": "no-store" };
  const more = status === 503 ? { "retry-after": "5" } : location && { location };
  response.writeHead(status, { ...headers, ...kind, connection: "close", ...more });
  response.end(reads ? faultPage(fault) : `${sentence}\n`);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explained(error, port)));
    server.listen(port, () => resolve());
  });
}

function explained(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === "EADDRINUSE")
    return new Error(`Port ${port} is taken by another program. Stop it, or set PORT to a free one.`);
  if (error.code === "EACCES") return new Error(`Port ${port} is not for ordinary users. Set PORT to one above 1023.`);
  return error;
}

async function drain(server: Server, patience: number, atLast?: () => Promise<unknown>): Promise<void> {
  const over = new AbortController();
  const closed = new Promise<void>((resolve) => server.close(() => resolve())).finally(() => over.abort());
  const cut = pause(patience, undefined, { signal: over.signal }).then(
    async () => {
      await atLast?.();
      server.closeAllConnections();
    },
    () => {},
  );
  const idle = setInterval(() => server.closeIdleConnections(), 100); // those that finish meanwhile would be kept alive
  await closed;
  clearInterval(idle);
  await cut;
}
