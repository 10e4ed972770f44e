import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { pieces } from "@/lib/delivery/pieces";
import { toServerResponse } from "@/lib/delivery/server-response";
import { openStreams } from "@/lib/delivery/streams";
import { answerClientErrors } from "@/lib/web/client-errors";
import { cutDawdlers } from "@/lib/web/dawdlers";
import { object as small } from "@/tests/support/delivered";
import { eachStore, patternBytes } from "@/tests/support/stores";

// More than socket buffers hold.
const size = 24 * 1024 * 1024;
const object = { ...small, key: "media/dawdled.mp3", size };
const PATIENCE_MS = 400;

eachStore("a listener who takes nothing", (opened) => {
  it("is cut after a while, and whoever waits for nothing is not", async () => {
    await opened().store.write(object.key, patternBytes(size), size);
    const source = pieces(opened().store, 0);
    const outcome = Promise.withResolvers<string>();
    const witness = { began() {}, sent() {}, ended: outcome.resolve };
    const server = createServer((request, response) => {
      if (request.url === "/quiet") response.writeHead(200).write("the first word");
      else void toServerResponse(request, response, object, source, { owner: "owner", witness });
    });
    cutDawdlers(server, PATIENCE_MS);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const ask = async (path: string): Promise<Socket> => {
      const socket = connect((server.address() as AddressInfo).port, "127.0.0.1").on("error", () => {});
      socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
      await once(socket, "data");
      return socket;
    };
    const quiet = await ask("/quiet");
    const dawdler = await ask("/a.mp3");
    dawdler.pause();
    expect(await outcome.promise).toBe("cut");
    expect(openStreams()).toBe(0);
    dawdler.resume();
    await once(dawdler, "close");
    expect(quiet.destroyed).toBe(false);
    quiet.destroy();
  });
});

it("A body that stands still is refused after a while; one that moves, however slowly, and one that we do not read are not", async () => {
  const broken = Promise.withResolvers<string>();
  const server = createServer(async (request, response) => {
    if (request.url === "/later") return;
    const read = async () => {
      for await (const _ of request);
    };
    await read().catch((error: Error) => broken.resolve(error.message));
    response.end("thanks");
  });
  answerClientErrors(server);
  cutDawdlers(server, PATIENCE_MS);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const send = (path: string, length: number, first: string) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1").on("error", () => {});
    socket.write(`PUT ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${first}`);
    return socket;
  };
  const unread = send("/later", 200_000, "a".repeat(100_000));
  const [still, slow] = [send("/", 100, "a"), send("/", 12, "a")];
  const [refusal, thanks] = [text(still), text(slow)];
  for (let sent = 1; sent < 12; sent += 1) {
    await pause(PATIENCE_MS / 4);
    slow.write("a");
  }
  expect(await refusal).toMatch(/^HTTP\/1\.1 408 [\s\S]*took too long to arrive/);
  expect(await thanks).toMatch(/^HTTP\/1\.1 200 [\s\S]*thanks$/);
  expect(await broken.promise).toBe("aborted");
  expect(unread.destroyed).toBe(false);
  unread.destroy();
});
