import type { Server } from "node:http";
import type { Socket } from "node:net";

/** Who takes nothing of what waits for them for so long is cut. */
const PATIENCE_MS = 120_000;
const CHECKS = 8;

type Watched = { taken: number; idle: number };

/**
 * Cuts connections whose client takes nothing of an answer for two minutes, whoever gives the answer. Node's own time-out on a
 * socket counts anew each time its queue has moved, and was seen to let them wait for more than 140 s.
 */
export function cutDawdlers(server: Server, patience = PATIENCE_MS): void {
  const sockets = new Map<Socket, Watched>();
  server.on("connection", (socket: Socket) => {
    sockets.set(socket, { taken: 0, idle: 0 });
    socket.once("close", () => sockets.delete(socket));
  });
  const timer = setInterval(() => {
    for (const [socket, watched] of sockets) check(socket, watched);
  }, patience / CHECKS);
  timer.unref();
  server.once("close", () => clearInterval(timer));
}

function check(socket: Socket, watched: Watched): void {
  const waiting = queueOf(socket);
  const taken = socket.bytesWritten - waiting;
  const isIdle = waiting > 0 && taken === watched.taken;
  Object.assign(watched, { taken, idle: isIdle ? watched.idle + 1 : 0 });
  // Whoever answers may end it in order; else node:http does.
  if (watched.idle >= CHECKS) socket.emit("timeout");
}

/** Bytes of answers that the kernel has not taken. Node has no public name for what libuv still holds of the write under way. */
function queueOf(socket: Socket): number {
  const handle = (socket as unknown as { _handle: { writeQueueSize?: number } | null })._handle;
  return Math.max(socket.writableLength, handle?.writeQueueSize ?? 0);
}
