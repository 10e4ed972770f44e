import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";

/** Who takes nothing of what waits for them, or sends nothing of what they announced, for so long is cut. */
const PATIENCE_MS = 120_000;
const CHECKS = 8;

type Watched = { request: IncomingMessage | null; taken: number; came: number; idle: number };

/**
 * Cuts connections that have stood still for two minutes: whose client takes nothing of an answer, whoever gives the answer, or
 * sends nothing more of a body. However slow, what moves is left alone. Node's own time-out on a socket counts anew each time its
 * queue has moved, and was seen to let them wait for more than 140 s; its time-out on requests would end slow uploads.
 */
export function cutDawdlers(server: Server, patience = PATIENCE_MS): void {
  const sockets = new Map<Socket, Watched>();
  server.on("connection", (socket: Socket) => {
    sockets.set(socket, { request: null, taken: 0, came: 0, idle: 0 });
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("request", (request) => {
    const watched = sockets.get(request.socket);
    if (watched) watched.request = request;
  });
  const timer = setInterval(() => {
    for (const [socket, watched] of sockets) check(server, socket, watched);
  }, patience / CHECKS);
  timer.unref();
  server.once("close", () => clearInterval(timer));
}

function check(server: Server, socket: Socket, watched: Watched): void {
  const waiting = queueOf(socket);
  const [taken, came] = [socket.bytesWritten - waiting, socket.bytesRead];
  const takesNothing = waiting > 0 && taken === watched.taken;
  const sendsNothing = isAwaited(watched.request) && came === watched.came;
  Object.assign(watched, { taken, came, idle: takesNothing || sendsNothing ? watched.idle + 1 : 0 });
  if (watched.idle < CHECKS) return;
  // Whoever answers may end it in order; else node:http does.
  if (takesNothing) socket.emit("timeout");
  else server.emit("clientError", Object.assign(new Error("The body stands still."), { code: TIMEOUT }), socket);
}

/** As node:http says it of a request that takes too long. */
const TIMEOUT = "ERR_HTTP_REQUEST_TIMEOUT";

/** Whether there is more of the body to come. What has come and is not read yet is not the client's fault. */
const isAwaited = (request: IncomingMessage | null): boolean =>
  request !== null && !request.complete && request.readableLength === 0;

/** Bytes of answers that the kernel has not taken. Node has no public name for what libuv still holds of the write under way. */
function queueOf(socket: Socket): number {
  const handle = (socket as unknown as { _handle: { writeQueueSize?: number } | null })._handle;
  return Math.max(socket.writableLength, handle?.writeQueueSize ?? 0);
}
