import { Readable } from "node:stream";
import { exactly } from "@/lib/storage/bodies";
import { StoreUnavailable } from "@/lib/storage/port";
import { patience } from "@/lib/storage/s3-client";

/**
 * Sends a body of a known size. When the body fails, the request is aborted (the SDK would wait for ever) and the body's
 * own error is thrown; likewise when the server takes nothing for `taking` ms, while a body may dawdle as long as it likes.
 */
export async function sendBody<T>(
  body: AsyncIterable<Uint8Array>,
  size: number,
  signal: AbortSignal | undefined,
  send: (body: Readable, signal: AbortSignal) => Promise<T>,
  taking = patience.taking,
): Promise<T> {
  signal?.throwIfAborted();
  const stop = new AbortController();
  const turn = serversTurn(taking, (error) => stop.abort(error));
  const stream = Readable.from(timed(exactly(body, size, signal), turn), { objectMode: false });
  stream.on("error", (error) => stop.abort(error));
  try {
    return await send(stream, stop.signal);
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : error;
  } finally {
    turn.end();
    stream.destroy();
  }
}

type Turn = { begin(): void; end(): void };

/** It is the server's turn from the beginning, and whenever it has a chunk to take: only then the clock runs. */
function serversTurn(milliseconds: number, onOver: (error: Error) => void): Turn {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = () => onOver(new StoreUnavailable(`The S3 server took nothing for ${milliseconds / 1000} seconds.`));
  const turn = {
    begin: () => {
      clearTimeout(timer);
      timer = setTimeout(over, milliseconds).unref();
    },
    end: () => clearTimeout(timer),
  };
  turn.begin();
  return turn;
}

async function* timed(chunks: AsyncIterable<Uint8Array>, turn: Turn): AsyncGenerator<Uint8Array> {
  turn.end();
  for await (const chunk of chunks) {
    turn.begin();
    yield chunk;
    turn.end();
  }
  turn.begin();
}
