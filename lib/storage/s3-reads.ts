import type { S3Settings } from "@/lib/storage/s3-client";
import { isMissing } from "@/lib/storage/s3-errors";
import type { Head } from "@/lib/storage/s3-head";
import { getSigner } from "@/lib/storage/s3-signature";
import { s3Sockets } from "@/lib/storage/s3-sockets";
import { put, type Scattered, scattered } from "@/lib/storage/scattered";

/** Each read is over as soon as the server has sent it, whatever the listener does, so that few sockets are enough. */
const SOCKETS = 64;

export type S3Reads = {
  /** Fills the buffers with the object's bytes from `position` on. Throws what S3 or the socket said. */
  readAt(key: string, position: number, into: Uint8Array[], signal: AbortSignal): Promise<void>;
  close(): void;
};

type Range = { start: number; end: number };
type ReadBySdk = (key: string, range: Range, signal: AbortSignal) => Promise<AsyncIterable<Uint8Array>>;

/** Anything but the range that was asked for, with its length: a refusal above all. */
class OtherAnswer extends Error {}

/**
 * Ranged GETs that land in buffers which are there already (docs/decisions/0019-reading-from-s3.md). One that breaks goes on at the
 * byte where it broke, for as long as it gets further; one that gave nothing is tried once more. Whatever is not the plain
 * answer is left to the SDK, which knows all that S3 servers say.
 */
export function s3Reads(settings: S3Settings, readBySdk: ReadBySdk): S3Reads {
  const sockets = s3Sockets(new URL(settings.endpoint), SOCKETS);
  const sign = getSigner(settings);

  async function get(key: string, range: Range, target: Scattered, signal: AbortSignal, anew: boolean): Promise<void> {
    const { path, headers } = sign(key, new Date());
    const fields = Object.entries({ ...headers, range: `bytes=${range.start}-${range.end}` });
    const request = `GET ${path} HTTP/1.1\r\n${fields.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
    const receive = (head: Head): Scattered => {
      if (isPlain(head, range)) return target;
      throw new OtherAnswer();
    };
    try {
      await sockets.ask({ request, receive }, signal, anew);
    } catch (error) {
      if (!(error instanceof OtherAnswer)) throw error;
      for await (const chunk of await readBySdk(key, range, signal)) put(chunk, target);
    }
  }

  return {
    async readAt(key, position, into, signal) {
      const target = scattered(into);
      for (let inVain = 0; target.filled < target.size; ) {
        const before = target.filled;
        const range = { start: position + before, end: position + target.size - 1 };
        const error = await get(key, range, target, signal, inVain > 0).catch((reason: unknown) => reason);
        signal.throwIfAborted();
        inVain = target.filled > before ? 0 : inVain + 1;
        if (error && (inVain > 1 || isMissing(error))) throw error;
      }
    },
    close: () => sockets.close(),
  };
}

const isPlain = ({ status, contentLength, contentRange }: Head, { start, end }: Range): boolean =>
  status === 206 && contentLength === end - start + 1 && contentRange.startsWith(`bytes ${start}-${end}/`);
