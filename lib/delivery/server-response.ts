import type { IncomingMessage, ServerResponse } from "node:http";
import type { Pieces } from "@/lib/delivery/pieces";
import { type Deliverable, plan } from "@/lib/delivery/plan";
import { beginStream } from "@/lib/delivery/streams";
import type { Asked } from "@/lib/http/conditionals";

/** A listener who takes nothing for so long is cut. */
const DAWDLING_MS = 120_000;

type Options = { owner: string };

/**
 * Carries out the plan on Node's own response: the express lane. Nothing is opened for HEAD, 304, 412 and 416. Throws only
 * before the first byte (ObjectMissing, StoreUnavailable); what breaks later ends the connection short.
 */
export async function toServerResponse(
  request: IncomingMessage,
  response: ServerResponse,
  object: Deliverable,
  source: Pieces,
  { owner }: Options,
): Promise<void> {
  const { status, headers, body } = plan({ method: request.method ?? "GET", headers: asked(request) }, object);
  if (body === null) {
    response.writeHead(status, headers).end();
    return;
  }
  const range = body === "whole" ? { start: 0, end: object.size - 1 } : body;
  const gone = new AbortController();
  const stream = beginStream(owner, [gone]);
  const handOver = handOverTo(response, () => gone.abort(new Error("The listener left.")));
  stream.signal.addEventListener("abort", () => response.destroy(), { once: true });
  response.setTimeout(DAWDLING_MS, () => response.destroy());
  try {
    for (let at = range.start; at <= range.end; ) {
      const piece = await source.take(object, at, range.end, stream.signal);
      if (!response.headersSent) response.writeHead(status, headers);
      at += piece.bytes.length;
      await handOver(piece.bytes, at > range.end).finally(piece.giveBack);
    }
  } catch (error) {
    if (!response.headersSent && !stream.signal.aborted) throw error;
    response.destroy();
  } finally {
    stream.close();
  }
}

/** The request's headers as `plan` asks for them. */
const asked = ({ headers }: IncomingMessage): Asked => ({
  get: (name) => {
    const value = headers[name];
    return value === undefined ? null : String(value);
  },
});

/** Hands bytes over and waits until the kernel has them: their buffer is used again afterwards. `onClose` hears of the end. */
function handOverTo(response: ServerResponse, onClose: () => void) {
  let stopWaiting: () => void = () => {};
  // Node does not call back for what it can no longer write.
  response.once("close", () => {
    onClose();
    stopWaiting();
  });
  return (bytes: Buffer, isLast: boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      stopWaiting = () => reject(new Error("The connection was closed."));
      if (response.destroyed) return stopWaiting();
      response.write(bytes, (error) => (error ? reject(error) : resolve()));
      if (isLast) response.end();
    });
}
