import type { Readable } from "node:stream";

const blockSize = 256 * 1024;

/**
 * A body from S3 as a web stream of larger blocks: each chunk that crosses a web stream costs CPU. Owns the body, whose
 * socket is freed on cancel, abort and failure. A body that is not `size` bytes errors the stream.
 */
export function coalesced(body: Readable, size: number, signal: AbortSignal): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Buffer> = body[Symbol.asyncIterator]();
  let left = size;
  const onAbort = () => body.destroy(asError(signal.reason));
  body.once("close", () => signal.removeEventListener("abort", onAbort));
  // Without a listener an error after the last read would end the process.
  body.on("error", () => {});
  if (signal.aborted) onAbort();
  else signal.addEventListener("abort", onAbort, { once: true });
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const block = await nextBlock(chunks);
      left -= block.length;
      if (left < 0 || (block.length === 0 && left > 0)) {
        body.destroy();
        throw new Error(`The S3 server sent ${size - left} bytes of ${size}.`);
      }
      if (block.length > 0) controller.enqueue(block);
      if (left === 0) await chunks.next().then(() => controller.close());
    },
    cancel() {
      body.destroy();
    },
  });
}

async function nextBlock(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let length = 0; length < blockSize; ) {
    const next = await chunks.next();
    if (next.done) break;
    parts.push(next.value);
    length += next.value.length;
  }
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("The stream was ended.", { cause: reason });
}
