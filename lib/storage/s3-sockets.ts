import { StoreUnavailable } from "@/lib/storage/port";
import { type Question, type S3Socket, s3Socket } from "@/lib/storage/s3-socket";

type Waiting = { onTurn(socket: S3Socket): void; giveUp(reason: unknown): void };

export type S3Sockets = {
  /** Asks over a connection of its own for that time; `anew`: over one that nobody has used. */
  ask(question: Question, signal: AbortSignal, anew: boolean): Promise<void>;
  close(): void;
};

/** At most so many connections to one server; who finds all of them in use waits their turn. */
export function s3Sockets(origin: URL, most: number): S3Sockets {
  const all = new Set<S3Socket>();
  const idle: S3Socket[] = [];
  const waiting: Waiting[] = [];

  function begin(): S3Socket {
    const socket = s3Socket(origin);
    all.add(socket);
    socket.onClose(() => {
      all.delete(socket);
      const place = idle.indexOf(socket);
      if (place >= 0) idle.splice(place, 1);
      if (waiting.length > 0 && all.size < most) waiting.shift()?.onTurn(begin());
    });
    return socket;
  }

  function take(signal: AbortSignal, anew: boolean): S3Socket | Promise<S3Socket> {
    const socket = anew ? undefined : idle.pop();
    if (socket) return socket;
    if (anew && all.size >= most) idle.pop()?.close();
    if (all.size < most) return begin();
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        waiting.splice(waiting.indexOf(me), 1);
        reject(signal.reason);
      };
      const onTurn = (free: S3Socket) => {
        signal.removeEventListener("abort", onAbort);
        resolve(free);
      };
      const me = { onTurn, giveUp: reject };
      waiting.push(me);
      signal.addEventListener("abort", onAbort, { once: true });
    });
  }

  function giveBack(socket: S3Socket): void {
    if (!socket.isOpen()) return; // its end makes room for another
    const next = waiting.shift();
    if (next) next.onTurn(socket);
    else idle.push(socket);
  }

  return {
    async ask(question, signal, anew) {
      signal.throwIfAborted();
      const socket = await take(signal, anew);
      try {
        await socket.ask(question, signal);
      } finally {
        giveBack(socket);
      }
    },
    close() {
      for (const { giveUp } of waiting.splice(0)) giveUp(new StoreUnavailable("The store was closed."));
      for (const socket of all) socket.close();
    },
  };
}
