import type { Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

const refusals: Record<string, [status: string, sentence: string]> = {
  HPE_HEADER_OVERFLOW: ["431 Request Header Fields Too Large", "The header of the request is too long."],
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", "The request took too long to arrive."],
};
const usual: [string, string] = ["400 Bad Request", "This is no HTTP request that can be understood."];

/** Answers what never becomes a request in a small text that nobody keeps, and ends the connection. */
export function answerClientErrors(server: Server): void {
  const answers = new WeakMap<Duplex, ServerResponse>();
  server.on("request", ({ socket }, response) => void answers.set(socket, response));
  server.on("clientError", ({ code = "" }: NodeJS.ErrnoException, socket) => {
    // In the middle of another answer any word of ours would be taken for a part of it.
    const answer = answers.get(socket);
    const isBusy = answer?.headersSent && !answer.writableFinished;
    if (!socket.writable || code === "ECONNRESET" || isBusy) return void socket.destroy();
    const [status, sentence] = refusals[code] ?? usual;
    socket.end(`HTTP/1.1 ${status}\r\n${head}Content-Length: ${sentence.length + 1}\r\n\r\n${sentence}\n`);
  });
}

const head = [
  "Content-Type: text/plain; charset=utf-8",
  "Cache-Control: no-store",
  "X-Content-Type-Options: nosniff",
  "Connection: close",
  "",
].join("\r\n");
