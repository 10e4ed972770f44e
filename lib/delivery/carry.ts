import { pass } from "@/lib/delivery/passing";
import type { Piece, PieceReader } from "@/lib/delivery/pieces";
import type { OpenStream } from "@/lib/delivery/streams";
import { enderOf, type Outcome, type Witness } from "@/lib/delivery/witness";

/**
 * The pieces as a web stream, from `first` on, registered as `stream` until it ends. Ending the stream gives everything back at
 * once, even while the listener sleeps. What breaks on the way errors it: the connection breaks, and the listener asks again.
 */
export function carry(
  first: Piece,
  reader: PieceReader,
  stream: OpenStream,
  witness: Witness,
): ReadableStream<Uint8Array> {
  let piece: Piece | null = first;
  let last: Piece | null = null;
  let onAbort = () => {};
  const end = once((outcome: Outcome) => {
    witness.ended(outcome);
    stream.signal.removeEventListener("abort", onAbort);
    piece?.giveBack();
    piece = null;
    // Perhaps it is never written: nobody can say who still has it.
    if (outcome !== "complete") last?.abandon();
    reader.close();
    stream.close();
  });
  const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    onAbort = () => {
      controller.error(stream.signal.reason);
      end(enderOf(stream.signal.reason));
    };
    if (stream.signal.aborted) onAbort();
    else stream.signal.addEventListener("abort", onAbort, { once: true });
  };
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    try {
      const present = piece ?? (await reader.next());
      piece = null;
      if (stream.signal.aborted) return present?.giveBack();
      if (present) {
        last = present;
        controller.enqueue(pass(present));
        return witness.sent(present.bytes.length);
      }
      end("complete");
      controller.close();
    } catch (error) {
      controller.error(error);
      end("broke");
    }
  };
  // Nothing is read ahead of the listener here: the reader does that.
  return new ReadableStream<Uint8Array>(
    { start, pull, cancel: (reason) => end(enderOf(reason)) },
    { highWaterMark: 0 },
  );
}

function once<T>(tell: (value: T) => void): (value: T) => void {
  let told = false;
  return (value) => {
    if (!told) {
      told = true;
      tell(value);
    }
  };
}
