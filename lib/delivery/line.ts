import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Whoever listens has gone, or their connection has. */
export class LineBroken extends Error {
  override name = "LineBroken";
}

export type Line = {
  /** Hands bytes over and waits until the kernel has them: their buffer is used again afterwards. Throws LineBroken. */
  handOver(bytes: Buffer, isLast: boolean): Promise<void>;
  /** Breaks the connection. */
  cut(): void;
  /** Listens to the connection no longer. */
  leave(): void;
};

/** The connection to a listener. `onSent` hears of the bytes that the kernel took, those of a piece that broke off included. */
export function lineTo(request: IncomingMessage, response: ServerResponse, onSent: (bytes: number) => void): Line {
  const { socket } = request;
  let underWay = 0;
  let queued = queueOf(null);
  let isBroken = false;
  let stopWaiting = () => {};
  const took = (bytes: number) => {
    underWay -= bytes;
    if (bytes > 0) onSent(bytes);
  };
  // Asked at the first sign of an end: later the queue is thrown away, and nobody knows what was left of it.
  const breakOff = (error?: NodeJS.ErrnoException) => {
    if (!isBroken && error?.syscall !== "write") took(underWay - queued(underWay));
    isBroken = true;
  };
  const onEnd = () => breakOff();
  // Node does not call back for what it can no longer write.
  const onClose = () => stopWaiting();
  socket.once("end", onEnd).once("error", breakOff);
  response.once("close", onClose);
  return {
    handOver: (bytes, isLast) =>
      new Promise((resolve, reject) => {
        stopWaiting = () => reject(new LineBroken("The connection was closed."));
        if (response.destroyed) return stopWaiting();
        queued = queueOf(response.socket);
        underWay = bytes.length;
        response.write(bytes, (error) => {
          if (error) return stopWaiting();
          took(underWay);
          stopWaiting = () => {};
          resolve();
        });
        if (isLast) response.end();
      }),
    cut() {
      if (!socket.destroyed) breakOff();
      response.destroy();
    },
    leave() {
      socket.off("end", onEnd).off("error", breakOff);
      response.off("close", onClose);
    },
  };
}

/**
 * How many of the bytes that were handed over last the kernel has not taken. Node has no public name for what libuv still holds;
 * without it none of them counts as taken.
 */
function queueOf(socket: Socket | null): (bytes: number) => number {
  const handle = socket && (socket as unknown as { _handle: { writeQueueSize?: number } | null })._handle;
  return (bytes) => Math.min(bytes, handle?.writeQueueSize ?? bytes);
}
