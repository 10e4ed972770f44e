import type { IncomingMessage, ServerResponse } from "node:http";
import { LineBroken, lineTo } from "@/lib/delivery/line";
import type { Pieces } from "@/lib/delivery/pieces";
import { type Deliverable, plan } from "@/lib/delivery/plan";
import { beginStream, StreamCut } from "@/lib/delivery/streams";
import { enderOf, type Outcome, tellBodiless, unwitnessed, type Witness } from "@/lib/delivery/witness";
import type { Asked } from "@/lib/http/conditionals";
import { rangeLength } from "@/lib/http/ranges";

/** `witness` hears of the bytes that the kernel took; `headers` go with every answer. */
type Options = { owner: string; witness?: Witness; headers?: Record<string, string> };

/**
 * Carries out the plan on Node's own response: the express lane. Nothing is opened for HEAD, 304, 412 and 416. Throws only
 * before the first byte (ObjectMissing, StoreUnavailable); what breaks later ends the connection short.
 */
export async function toServerResponse(
  request: IncomingMessage,
  response: ServerResponse,
  object: Deliverable,
  source: Pieces,
  { owner, witness = unwitnessed, headers: given }: Options,
): Promise<void> {
  const planned = plan({ method: request.method ?? "GET", headers: asked(request) }, object);
  const { status, body, words } = planned;
  const headers = { ...given, ...planned.headers };
  if (body === null) {
    tellBodiless(witness, planned);
    response.writeHead(status, headers).end(words);
    return;
  }
  const part = body === "whole" ? null : body;
  const range = part ?? { start: 0, end: object.size - 1 };
  const stream = beginStream(owner, []);
  const line = lineTo(request, response, (bytes) => witness.sent(bytes));
  stream.signal.addEventListener("abort", () => line.cut(), { once: true });
  response.once("close", () => response.writableFinished || stream.abort(new Error("The listener left.")));
  response.once("timeout", () => stream.abort(new StreamCut("The listener took nothing.")));
  const reader = source.open(object, range, stream.signal);
  try {
    let left = rangeLength(range);
    for (let piece = await reader.next(); piece; piece = await reader.next()) {
      if (!response.headersSent) {
        response.writeHead(status, headers);
        witness.began({ status, range: part });
      }
      left -= piece.bytes.length;
      await line.handOver(piece.bytes, left === 0).finally(piece.giveBack);
    }
    witness.ended("complete");
  } catch (error) {
    if (!response.headersSent && !stream.signal.aborted) throw error;
    line.cut();
    if (response.headersSent) witness.ended(outcomeOf(error, stream.signal));
  } finally {
    reader.close();
    line.leave();
    stream.close();
  }
}

function outcomeOf(error: unknown, { aborted, reason }: AbortSignal): Outcome {
  if (aborted) return enderOf(reason);
  return error instanceof LineBroken ? "left" : "broke";
}

/** The request's headers as `plan` asks for them. */
const asked = ({ headers }: IncomingMessage): Asked => ({
  get: (name) => {
    const value = headers[name];
    return value === undefined ? null : String(value);
  },
});
