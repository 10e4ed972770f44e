import { once } from "node:events";
import { connect, type Socket } from "node:net";

type Asked = { path?: string; method?: string; headers?: Record<string, string> };

/** A listener on a bare socket, who sees each byte of the body. */
export function openListener(port: number, { path = "/", method = "GET", headers = {} }: Asked = {}): Socket {
  const lines = Object.entries({ host: `localhost:${port}`, connection: "close", ...headers });
  const socket = connect(port, "127.0.0.1", () =>
    socket.write(`${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`),
  );
  socket.on("error", () => {}); // a connection that breaks is what is tested
  return socket;
}

/** Reads until the connection ends, or gone `count` bytes of the body are read; how many bytes of it came. */
export async function listen(port: number, asked: Asked, count = Number.POSITIVE_INFINITY): Promise<number> {
  const socket = openListener(port, asked);
  const got = bytesRead(socket);
  const closed = once(socket, "close");
  socket.on("data", () => {
    if (got() < count) return;
    socket.pause();
    socket.destroy();
  });
  await closed;
  return got();
}

/** Counts the bytes of the body that come in. */
export function bytesRead(socket: Socket): () => number {
  let head = "";
  let read = 0;
  socket.on("data", (chunk: Buffer) => {
    const isBody = head.includes("\r\n\r\n");
    if (!isBody) head += chunk.toString("latin1");
    const end = head.indexOf("\r\n\r\n");
    if (isBody) read += chunk.length;
    else if (end >= 0) read += head.length - end - 4;
  });
  return () => read;
}
