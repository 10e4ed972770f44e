import type { OpenStream } from "@/lib/delivery/streams";
import { enderOf, type Outcome, type Witness } from "@/lib/delivery/witness";

/**
 * The source, registered as `stream` until it ends. Ending the stream frees the source at once, even while the reader
 * sleeps. More or fewer than `size` bytes is an error: the connection breaks, and the listener asks again.
 */
export function carry(
  source: ReadableStream<Uint8Array>,
  size: number,
  stream: OpenStream,
  witness: Witness,
): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  const nextChunk = counted(reader, size);
  let onAbort = () => {};
  const tellEnd = once((outcome: Outcome) => witness.ended(outcome));
  const end = async (reason: unknown) => {
    tellEnd(enderOf(reason));
    stream.signal.removeEventListener("abort", onAbort);
    stream.close();
    await reader.cancel(reason);
  };
  const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    onAbort = () => {
      controller.error(stream.signal.reason);
      end(stream.signal.reason).catch(() => {});
    };
    if (stream.signal.aborted) onAbort();
    else stream.signal.addEventListener("abort", onAbort, { once: true });
  };
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    try {
      const chunk = await nextChunk();
      if (stream.signal.aborted) return;
      if (chunk) {
        controller.enqueue(chunk);
        return witness.sent(chunk.length);
      }
      tellEnd("complete");
      await end(null);
      controller.close();
    } catch (error) {
      tellEnd("broke");
      controller.error(error);
      await end(error).catch(() => {});
    }
  };
  // Nothing is read ahead of the listener here: the source does that.
  return new ReadableStream<Uint8Array>({ start, pull, cancel: end }, { highWaterMark: 0 });
}

function once<T>(tell: (value: T) => void): (value: T) => void {
  let told = false;
  return (value) => {
    if (!told) tell(value);
    told = true;
  };
}

/** Gives chunk after chunk, then null; throws where the total is not `size`. */
function counted(reader: ReadableStreamDefaultReader<Uint8Array>, size: number): () => Promise<Uint8Array | null> {
  let read = 0;
  return async () => {
    const { value, done } = await reader.read();
    read += value?.length ?? 0;
    if (read > size || (done && read < size)) throw new Error(`The store gave ${read} bytes of ${size}.`);
    return value ?? null;
  };
}
