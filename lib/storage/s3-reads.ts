import { S3ServiceException } from "@aws-sdk/client-s3";
import { type Dispatcher, Pool } from "undici";
import { connectMs, patience, type S3Settings } from "@/lib/storage/s3-client";
import { isMissing } from "@/lib/storage/s3-errors";
import { getSigner, type SignedGet } from "@/lib/storage/s3-signature";
import { type Scattered, scattered } from "@/lib/storage/scattered";

/** Each read is over as soon as the server has sent it, whatever the listener does, so that few sockets are enough. */
const SOCKETS = 64;

/** What S3 says when it refuses is a short page of XML. */
const MOST_OF_REFUSAL = 8 * 1024;

export type S3Reads = {
  /** Fills the buffers with the object's bytes from `position` on. Throws what S3 or the socket said. */
  readAt(key: string, position: number, into: Uint8Array[], signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
};

/**
 * Ranged GETs that fill buffers which are there already. A third of the SDK's CPU (docs/measurements.md). One that breaks
 * goes on at the byte where it broke, for as long as it gets further; one that gave nothing is tried once more.
 */
export function s3Reads(settings: S3Settings): S3Reads {
  const limits = { headersTimeout: patience.usual, bodyTimeout: patience.usual, connect: { timeout: connectMs } };
  const pool = new Pool(new URL(settings.endpoint).origin, { connections: SOCKETS, pipelining: 1, ...limits });
  const sign = getSigner(settings);
  return {
    async readAt(key, position, into, signal) {
      const target = scattered(into);
      for (let inVain = 0; target.filled < target.size; ) {
        const before = target.filled;
        const error = await get(pool, sign(key, new Date()), position, target, signal);
        inVain = target.filled > before ? 0 : inVain + 1;
        signal.throwIfAborted();
        if (error && (inVain > 1 || isMissing(error))) throw error;
      }
    },
    close: () => pool.destroy(),
  };
}

/** Asks for what is still missing of `target`, which begins at `position` of the object, and gives what went wrong. */
function get(
  pool: Pool,
  { path, headers }: SignedGet,
  position: number,
  target: Scattered,
  signal: AbortSignal,
): Promise<Error | null> {
  const first = position + target.filled;
  const range = `bytes=${first}-${position + target.size - 1}`;
  return new Promise((resolve) => {
    let onAbort = () => {};
    const end = (error: Error | null) => {
      signal.removeEventListener("abort", onAbort);
      resolve(error);
    };
    const handler = receive(first, target, end);
    const onRequestStart = (controller: Dispatcher.DispatchController) => {
      onAbort = () => controller.abort(signal.reason);
      if (signal.aborted) onAbort();
      else signal.addEventListener("abort", onAbort, { once: true });
    };
    pool.dispatch({ method: "GET", path, headers: { ...headers, range } }, { ...handler, onRequestStart });
  });
}

/** Takes an answer in, and tells at its end what was wrong with it. */
function receive(first: number, target: Scattered, end: (error: Error | null) => void): Dispatcher.DispatchHandler {
  let status = 0;
  let refusal = "";
  return {
    onResponseStart(controller, statusCode, headers) {
      status = statusCode;
      const begins =
        statusCode === 206 ? String(headers["content-range"]).startsWith(`bytes ${first}-`) : statusCode >= 300;
      if (!begins)
        controller.abort(new Error(`The S3 server answered ${statusCode} with other bytes than the range asked for.`));
    },
    onResponseData(controller, chunk) {
      if (status !== 206) {
        if (refusal.length < MOST_OF_REFUSAL) refusal += chunk.toString();
        return;
      }
      try {
        target.put(chunk);
      } catch (error) {
        controller.abort(error as Error);
      }
    },
    onResponseEnd() {
      if (status !== 206) return end(refused(status, refusal));
      const { filled, size } = target;
      end(filled === size ? null : new Error(`The S3 server sent ${filled} bytes of ${size}.`));
    },
    onResponseError: (_, error) => end(error),
  };
}

function refused(status: number, xml: string): S3ServiceException {
  const name = /<Code>(\w+)<\/Code>/.exec(xml)?.[1] ?? (status === 404 ? "NoSuchKey" : "Refused");
  const message = /<Message>([^<]*)<\/Message>/.exec(xml)?.[1] ?? `The S3 server answered ${status}.`;
  return new S3ServiceException({ name, message, $fault: "server", $metadata: { httpStatusCode: status } });
}
