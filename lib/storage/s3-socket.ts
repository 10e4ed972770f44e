import { connect, isIP, type OnReadOpts, type Socket } from "node:net";
import { connect as connectSecurely } from "node:tls";
import { StoreUnavailable } from "@/lib/storage/port";
import { connectMs, patience } from "@/lib/storage/s3-client";
import { type Head, readHead } from "@/lib/storage/s3-head";
import { put, type Scattered } from "@/lib/storage/scattered";

/** A head fits into it several times, and little of a body has to be copied out of it. */
const SCRATCH = 16 * 1024;

/** Servers close connections that nobody uses, the hastiest after 5 s; ours go before. */
const IDLE_MS = 4_000;

/** What is asked, and who looks at the head of the answer: says where the body goes, or throws. */
export type Question = { request: string; receive(head: Head): Scattered };

export type S3Socket = {
  /** Asks one thing at a time. Resolves when the body has landed whole; throws what `receive` or the connection said. */
  ask(question: Question, signal: AbortSignal): Promise<void>;
  isOpen(): boolean;
  onClose(tell: () => void): void;
  close(): void;
};

type Exchange = Question & { head: Head | null; body: Scattered | null; end(error: Error | null): void };

/**
 * A connection whose bytes the kernel writes to where they belong. Every other way makes a buffer for each 64 KiB that come, and
 * V8 goes through its whole heap for them, again and again (docs/decisions/0019-reading-from-s3.md).
 */
export function s3Socket(origin: URL): S3Socket {
  const scratch = Buffer.allocUnsafeSlow(SCRATCH);
  let inScratch = 0;
  let exchange: Exchange | null = null;

  function end(error: Error | null): void {
    const ended = exchange;
    [exchange, inScratch] = [null, 0];
    if (error || !ended?.head?.keepsAlive) socket.destroy();
    else socket.setTimeout(IDLE_MS);
    ended?.end(error);
  }

  /** Where the kernel is to write next. */
  function room(): Uint8Array {
    return exchange?.body?.room() ?? scratch.subarray(inScratch);
  }

  function took(count: number): boolean {
    const present = exchange;
    try {
      if (!present) throw new StoreUnavailable("The S3 server sends what nobody asked for.");
      if (present.body) present.body.took(count);
      else {
        inScratch += count;
        lookAtHead(present);
      }
      if (present.body && present.body.filled === present.body.size) end(null);
    } catch (error) {
      end(error as Error);
    }
    return true;
  }

  /** Once it is there; what came with it is the beginning of the body. */
  function lookAtHead(present: Exchange): void {
    present.head = readHead(scratch.subarray(0, inScratch));
    if (present.head) {
      present.body = present.receive(present.head);
      put(scratch.subarray(present.head.length, inScratch), present.body);
    } else if (inScratch === SCRATCH) throw new StoreUnavailable("The S3 server sends a head without end.");
  }

  const socket = open(origin, { buffer: room, callback: took });
  socket.setTimeout(connectMs);
  socket.once(isSecure(origin) ? "secureConnect" : "connect", () => socket.setTimeout(patience.usual));
  socket.on("timeout", () => end(new StoreUnavailable("The S3 server did not answer in time.")));
  socket.on("error", end);
  socket.on("close", () => end(new StoreUnavailable("The S3 server closed the connection.")));

  return {
    isOpen: () => socket.writable,
    onClose: (tell) => socket.once("close", tell),
    close: () => socket.destroy(),
    ask: (question, signal) =>
      new Promise((resolve, reject) => {
        const onAbort = () => end(signal.reason);
        const done = (error: Error | null) => {
          signal.removeEventListener("abort", onAbort);
          if (error) reject(error);
          else resolve();
        };
        exchange = { ...question, head: null, body: null, end: done };
        if (signal.aborted) return onAbort();
        signal.addEventListener("abort", onAbort, { once: true });
        if (!socket.connecting) socket.setTimeout(patience.usual);
        socket.write(question.request, "latin1");
      }),
  };
}

const isSecure = ({ protocol }: URL): boolean => protocol === "https:";

function open(origin: URL, onread: OnReadOpts): Socket {
  const host = origin.hostname.replace(/^\[(.*)\]$/, "$1");
  const port = Number(origin.port || (isSecure(origin) ? 443 : 80));
  const options = { host, port, noDelay: true, onread };
  if (!isSecure(origin)) return connect(options);
  // A server's name is never an address (RFC 6066 §3).
  return connectSecurely({ ...options, ...(isIP(host) === 0 && { servername: host }) });
}
