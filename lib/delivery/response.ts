import { carry } from "@/lib/delivery/carry";
import type { Pieces } from "@/lib/delivery/pieces";
import { type Deliverable, plan } from "@/lib/delivery/plan";
import { beginStream, type OpenStream } from "@/lib/delivery/streams";
import { tellBodiless, unwitnessed, type Witness } from "@/lib/delivery/witness";
import { ObjectMissing } from "@/lib/storage/port";

/**
 * `signal` ends the stream; `owner` is whose streams `endStreams` ends; `witness` hears of the bytes that Next takes, which is as
 * much as a listener can get at most.
 */
export type DeliveryOptions = { signal?: AbortSignal; owner?: string; witness?: Witness };

/**
 * Carries out the plan as a web Response. Nothing is opened for HEAD, 304, 412, 416 or a listener who has left: what is
 * opened for an answer that nobody reads would stay open. Throws ObjectMissing and StoreUnavailable.
 */
export async function toResponse(
  request: Request,
  object: Deliverable,
  source: Pieces,
  { signal, owner, witness = unwitnessed }: DeliveryOptions = {},
): Promise<Response> {
  const planned = plan(request, object);
  const { status, headers, body, words = null } = planned;
  if (body === null) {
    tellBodiless(witness, planned);
    return new Response(words, { status, headers });
  }
  const stream = beginStream(owner ?? null, signal ? [request, { signal }] : [request]);
  try {
    if (stream.signal.aborted) return nobodyThere(stream);
    const range = body === "whole" ? { start: 0, end: object.size - 1 } : body;
    const reader = source.open(object, range, stream.signal);
    const first = await reader.next();
    if (!first) return nobodyThere(stream);
    witness.began({ status, range: body === "whole" ? null : body });
    return new Response(carry(first, reader, stream, witness), { status, headers });
  } catch (error) {
    if (stream.signal.aborted) return nobodyThere(stream);
    stream.close();
    throw error;
  }
}

/** Whether the object was not in the store after all. */
export const isMissing = (error: unknown): boolean => error instanceof ObjectMissing;

function nobodyThere(stream: OpenStream): Response {
  stream.close();
  return new Response(null, { status: 503, headers: { "Cache-Control": "no-store" } });
}
