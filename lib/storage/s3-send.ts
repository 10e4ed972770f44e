import { Readable } from "node:stream";
import { exactly } from "@/lib/storage/bodies";

/**
 * Sends a body of a known size. When the body fails, the request is aborted (the SDK would wait for ever) and the body's
 * own error is thrown.
 */
export async function sendBody<T>(
  body: AsyncIterable<Uint8Array>,
  size: number,
  signal: AbortSignal | undefined,
  send: (body: Readable, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const stop = new AbortController();
  const stream = Readable.from(exactly(body, size, signal), { objectMode: false });
  stream.on("error", (error) => stop.abort(error));
  try {
    return await send(stream, stop.signal);
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : error;
  } finally {
    stream.destroy();
  }
}
