import { readFileSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import * as tls from "node:tls";
import { describe, expect, it, onTestFinished } from "vitest";
import { s3Store } from "@/lib/storage/s3";
import { s3Reads } from "@/lib/storage/s3-reads";
import { patternBytes } from "@/tests/support/stores";

const bytes = patternBytes(700_003);
const living = () => new AbortController().signal;
const certificate = readFileSync("tests/fixtures/tls/certificate.pem", "utf8");
const key = readFileSync("tests/fixtures/tls/key.pem", "utf8");

/** What the server does with a question for a range, the so-many-th of its connection. */
type Answer = (socket: Socket, range: { from: number; to: number }, nth: number) => unknown;

describe("reading a range over a socket of our own", () => {
  it("lands it in the buffers, whatever their sizes, question after question over one connection", async () => {
    const { readAt, connections } = await asked(plain);
    for (const sizes of [[1], [5, 0, 70_000], [256 * 1024, 256 * 1024, 1], [16 * 1024], [700_000 - 3]]) {
      const into = sizes.map((size) => Buffer.alloc(size));
      await readAt(3, into);
      const whole = Buffer.concat(into);
      expect(whole.equals(bytes.subarray(3, 3 + whole.length))).toBe(true);
    }
    expect(connections()).toBe(1);
  });

  it("takes a head byte by byte, and a body however it is cut", async () => {
    const { readAt } = await asked(async (socket, range) => {
      const text = headOf(range);
      for (const letter of text) await sent(socket, Buffer.from(letter));
      for (let at = range.from; at <= range.to; at += 333)
        await sent(socket, bytes.subarray(at, Math.min(at + 333, range.to + 1)));
    });
    const into = [Buffer.alloc(1_000), Buffer.alloc(999)];
    await readAt(100, into);
    expect(Buffer.concat(into).equals(bytes.subarray(100, 2_099))).toBe(true);
  });

  it("goes over TLS to a server whose certificate holds, and to no other", async () => {
    const secure = () => tls.createServer({ cert: certificate, key });
    const trusted = tls.getCACertificates("default");
    const stranger = await asked(plain, { server: secure(), scheme: "https" });
    await expect(stranger.readAt(0, [Buffer.alloc(10)])).rejects.toThrow("self-signed certificate");
    tls.setDefaultCACertificates([...trusted, certificate]);
    onTestFinished(() => tls.setDefaultCACertificates(trusted));
    const { readAt, connections } = await asked(plain, { server: secure(), scheme: "https" });
    const into = [Buffer.alloc(300_000), Buffer.alloc(300_000)];
    await readAt(7, into);
    await readAt(7, into);
    expect(Buffer.concat(into).equals(bytes.subarray(7, 600_007))).toBe(true);
    expect(connections()).toBe(1);
  });

  it("asks over another connection where the server closed the one that was kept", async () => {
    const { readAt, connections } = await asked((socket, range, nth) => {
      if (nth === 0) plain(socket, range, nth);
      else socket.destroy();
    });
    const into = [Buffer.alloc(1_000)];
    await readAt(0, into);
    await readAt(5, into);
    expect(into[0]?.equals(bytes.subarray(5, 1_005))).toBe(true);
    expect(connections()).toBe(2);
  });

  it("keeps no connection that the server wants to close", async () => {
    const { readAt, connections } = await asked((socket, range) => {
      socket.end(
        Buffer.concat([Buffer.from(headOf(range, "Connection: close\r\n")), bytes.subarray(range.from, range.to + 1)]),
      );
    });
    await readAt(0, [Buffer.alloc(10)]);
    await readAt(0, [Buffer.alloc(10)]);
    expect(connections()).toBe(2);
  });

  it.each([
    ["in chunks", (range) => headOf(range).replace(/Content-Length: \d+/, "Transfer-Encoding: chunked")],
    ["of another range", ({ from, to }) => headOf({ from: from + 1, to })],
    ["of another length", ({ from, to }) => headOf({ from, to }).replace(/Content-Length: \d+/, "Content-Length: 5")],
    ["of the whole", (range) => headOf(range).replace("206 Partial Content", "200 OK")],
    ["that refuses", () => "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"],
  ] satisfies [string, (range: { from: number; to: number }) => string][])(
    "leaves an answer %s to the SDK",
    async (_, head) => {
      const { readAt, bySdk } = await asked((socket, range) => socket.write(head(range)));
      const into = [Buffer.alloc(400), Buffer.alloc(600)];
      await readAt(9, into);
      expect(Buffer.concat(into).equals(bytes.subarray(9, 1_009))).toBe(true);
      expect(bySdk).toEqual([{ start: 9, end: 1_008 }]);
    },
  );

  it("refuses more bytes than were announced", async () => {
    const { readAt } = await asked((socket, range) =>
      socket.write(Buffer.concat([Buffer.from(headOf(range)), bytes.subarray(range.from, range.to + 2)])),
    );
    await expect(readAt(0, [Buffer.alloc(10)])).rejects.toThrow("11 bytes came where 10 were asked for");
  });

  it("refuses a head without end", async () => {
    const { readAt } = await asked((socket) => socket.write(`HTTP/1.1 206 OK\r\nX: ${"x".repeat(20_000)}`));
    await expect(readAt(0, [Buffer.alloc(10)])).rejects.toThrow("a head without end");
  });

  it("writes nothing into a buffer after the listener left", async () => {
    const asks = Promise.withResolvers<Socket>();
    const { readAt } = await asked((socket, range) => {
      socket.write(headOf(range));
      socket.write(bytes.subarray(0, 10));
      asks.resolve(socket);
    });
    const listener = new AbortController();
    const into = Buffer.alloc(1_000);
    const reading = expect(readAt(0, [into], listener.signal)).rejects.toThrow("left");
    const socket = await asks.promise;
    listener.abort(new Error("The listener left."));
    const closed = new Promise((resolve) => socket.once("close", resolve).on("error", resolve));
    const before = Buffer.from(into);
    socket.write(bytes.subarray(10, 1_000));
    await reading;
    await closed;
    expect(into.equals(before)).toBe(true);
  });

  it("has at most 64 connections; who waits their turn may leave, and the others get theirs", async () => {
    const held: (() => void)[] = [];
    const full = Promise.withResolvers<void>();
    const { readAt, connections } = await asked((socket, range, nth) => {
      held.push(() => plain(socket, range, nth));
      if (held.length === 64) full.resolve();
    });
    const listener = new AbortController();
    const reads = Array.from({ length: 70 }, () => readAt(0, [Buffer.alloc(10)]));
    const left = expect(readAt(0, [Buffer.alloc(10)], listener.signal)).rejects.toThrow("left");
    await full.promise;
    listener.abort(new Error("The listener left."));
    await left;
    let over = false;
    const all = Promise.all(reads).finally(() => (over = true));
    while (!over) {
      for (const answer of held.splice(0)) answer();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await all;
    expect(connections()).toBe(64);
  });
});

it("a bucket behind a server that speaks in chunks is read all the same", async () => {
  const { settings } = await listening((socket, { from, to }) => {
    const head = headOf({ from, to }).replace(/Content-Length: \d+/, "Transfer-Encoding: chunked");
    const body = bytes.subarray(from, to + 1);
    socket.end(
      Buffer.concat([Buffer.from(`${head}${body.length.toString(16)}\r\n`), body, Buffer.from("\r\n0\r\n\r\n")]),
    );
  });
  const store = s3Store(settings);
  onTestFinished(() => store.close());
  const into = [Buffer.alloc(100_000)];
  await store.readAt("a.bin", 11, into, living());
  expect(into[0]?.equals(bytes.subarray(11, 100_011))).toBe(true);
});

const plain: Answer = (socket, range) => {
  socket.write(headOf(range));
  socket.write(bytes.subarray(range.from, range.to + 1));
};

function headOf({ from, to }: { from: number; to: number }, more = ""): string {
  const length = to - from + 1;
  return `HTTP/1.1 206 Partial Content\r\n${more}Content-Range: bytes ${from}-${to}/${bytes.length}\r\nContent-Length: ${length}\r\n\r\n`;
}

const sent = (socket: Socket, chunk: Buffer) => new Promise((resolve) => socket.write(chunk, resolve));

type Where = { server?: Server; scheme?: string };

/** A server that answers in its own way, and reads of it. `bySdk`: what was left to the SDK, which always has the bytes. */
async function asked(answer: Answer, where: Where = {}) {
  const { settings, connections } = await listening(answer, where);
  const bySdk: { start: number; end: number }[] = [];
  const reads = s3Reads(settings, async (_, range) => {
    bySdk.push(range);
    return (async function* () {
      yield bytes.subarray(range.start, range.end + 1);
    })();
  });
  onTestFinished(() => reads.close());
  const readAt = (position: number, into: Buffer[], signal = living()) => reads.readAt("a.bin", position, into, signal);
  return { readAt, connections, bySdk };
}

async function listening(answer: Answer, { server = createServer(), scheme = "http" }: Where = {}) {
  const open = new Set<Socket>();
  let connections = 0;
  server.on(scheme === "https" ? "secureConnection" : "connection", (socket: Socket) => {
    connections += 1;
    open.add(socket);
    socket.on("error", () => {});
    let [nth, text] = [0, ""];
    socket.on("data", (chunk) => {
      text += chunk;
      for (let end = text.indexOf("\r\n\r\n"); end >= 0; end = text.indexOf("\r\n\r\n")) {
        const [, from = 0, to = 0] = /\r\nrange: bytes=(\d+)-(\d+)/i.exec(text)?.map(Number) ?? [];
        text = text.slice(end + 4);
        answer(socket, { from, to }, nth++);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const address = server.address();
  const endpoint = `${scheme}://localhost:${typeof address === "object" ? address?.port : ""}`;
  const keys = { accessKeyId: "k", secretAccessKey: "s", publicEndpoint: null };
  return { settings: { endpoint, region: "us-east-1", bucket: "bucket", ...keys }, connections: () => connections };
}
