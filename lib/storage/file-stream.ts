import type { FileHandle } from "node:fs/promises";
import type { ByteRange } from "@/lib/http/ranges";

/** 64 KiB and 1 MiB cost more CPU a byte (docs/measurements.md). */
const blockSize = 256 * 1024;

/**
 * The range of an open file, read by position. Owns the handle: closed at the end, on cancel, on abort and on failure.
 * A file that ends before the range does errors the stream.
 */
export function fileStream(file: FileHandle, range: ByteRange, signal: AbortSignal): ReadableStream<Uint8Array> {
  let position = range.start;
  let closing: Promise<void> | null = null;
  let onAbort = () => {};
  const close = () => {
    signal.removeEventListener("abort", onAbort);
    closing ??= file.close();
    return closing;
  };
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      onAbort = () => {
        controller.error(signal.reason);
        close().catch(() => {});
      };
      if (signal.aborted) onAbort();
      else signal.addEventListener("abort", onAbort, { once: true });
    },
    async pull(controller) {
      try {
        const block = position > range.end ? null : await readBlock(file, position, range.end);
        if (closing) return;
        position += block?.length ?? 0;
        if (block) controller.enqueue(block);
        if (position > range.end) await close().then(() => controller.close());
      } catch (error) {
        if (!closing) controller.error(error);
        await close();
      }
    },
    cancel: close,
  });
}

async function readBlock(file: FileHandle, position: number, end: number): Promise<Uint8Array> {
  const length = Math.min(blockSize, end - position + 1);
  const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(length), 0, length, position);
  if (bytesRead === 0) throw new Error(`The file ends at byte ${position}, before byte ${end}.`);
  return buffer.subarray(0, bytesRead);
}
