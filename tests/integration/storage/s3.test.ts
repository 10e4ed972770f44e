import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { openStore } from "@/lib/storage/open";
import { type ObjectStore, StoreUnavailable } from "@/lib/storage/port";
import { patience } from "@/lib/storage/s3-client";
import { bytesOf, freshSettings, inChunks, patternBytes, type StoreSettings } from "@/tests/support/stores";

const mebi = 1024 * 1024;
const bytes = patternBytes(5 * mebi);
const living = () => new AbortController().signal;

describe.skipIf(inject("s3") === null)("a bucket", () => {
  let settings: StoreSettings;
  let store: ObjectStore;
  const changed = (change: Partial<NonNullable<StoreSettings["s3"]>>) =>
    openStore({ ...settings, s3: settings.s3 && { ...settings.s3, ...change } });

  beforeAll(async () => {
    settings = await freshSettings("S3");
    store = openStore(settings);
    await store.check();
  });
  afterAll(() => store.close());

  it("is missing until it is checked, and said so", async () => {
    const other = changed({ bucket: "longwave-test-not-there-yet" });
    await expect(other.write("a.bin", bytes, bytes.length)).rejects.toThrow("no such bucket");
    await expect(other.read("a.bin", null, living())).rejects.toThrow(StoreUnavailable);
  });

  it("refuses a wrong secret in a sentence that does not hold it", async () => {
    const wrong = changed({ secretAccessKey: "wrong-secret" }).write("a.bin", bytes, bytes.length);
    await expect(wrong).rejects.toThrow("The S3 server refuses S3_SECRET_ACCESS_KEY.");
  });

  it("remembers the parts that came", async () => {
    const uploadId = await store.createParts("parts.bin");
    const target = { key: "parts.bin", uploadId, size: bytes.length };
    const one = await store.writePart({ ...target, number: 1, offset: 0 }, inChunks(bytes));
    const two = await store.writePart({ ...target, number: 2, offset: bytes.length }, inChunks(bytes));
    const sizes = { size: bytes.length };
    expect(await store.listParts("parts.bin", uploadId)).toEqual([
      { number: 1, ...one, ...sizes },
      { number: 2, ...two, ...sizes },
    ]);
  });

  it("takes a part at a signed address, of the signed length only", async () => {
    const uploadId = await store.createParts("signed.bin");
    const url = await store.presignPart?.({ key: "signed.bin", uploadId, number: 1, size: bytes.length }, 60);
    if (!url) throw new Error("No address was signed.");
    const put = (body: Uint8Array<ArrayBuffer>) => fetch(url, { method: "PUT", body });
    expect((await put(new Uint8Array(bytes.length - 1))).status).toBe(403);
    const answer = await put(new Uint8Array(bytes));
    expect(answer.status).toBe(200);
    const etag = answer.headers.get("etag") ?? "";
    await store.completeParts("signed.bin", uploadId, [{ number: 1, size: bytes.length, etag }]);
    expect((await bytesOf(await store.read("signed.bin", null, living()))).equals(bytes)).toBe(true);
  });

  it("signs nothing where browsers cannot reach it", () => {
    expect(changed({ publicEndpoint: null }).presignPart).toBeNull();
  });
});

describe("an S3 server in trouble", () => {
  it("that is away is said in a sentence", async () => {
    const { server, store } = await troubled((_, answer) => answer.end());
    server.close();
    server.closeAllConnections();
    await expect(store.check()).rejects.toThrow(new StoreUnavailable("Nothing answers at S3_ENDPOINT."));
    await expect(store.write("a.bin", inChunks(bytes), bytes.length)).rejects.toThrow(StoreUnavailable);
  });

  it("that breaks off in the middle breaks the stream, with no wrong byte before", async () => {
    const { store } = await troubled((_, answer) => {
      answer.writeHead(200, { "content-length": bytes.length });
      answer.write(bytes.subarray(0, mebi), () => answer.destroy());
    });
    const received: Uint8Array[] = [];
    const reading = async () => {
      for await (const chunk of await store.read("a.bin", null, living())) received.push(chunk);
    };
    await expect(reading()).rejects.toThrow();
    const got = Buffer.concat(received);
    expect(bytes.subarray(0, got.length).equals(got)).toBe(true);
  });

  it("that takes no more of a body is given up after a while, and one that waits for the body is not", async () => {
    const before = patience.taking;
    patience.taking = 200;
    onTestFinished(() => {
      patience.taking = before;
    });
    const much = patternBytes(32 * mebi); // more than the kernel takes on its behalf
    const { store } = await troubled(() => {});
    await expect(store.write("a.bin", inChunks(much), much.length)).rejects.toThrow("took nothing for 0.2 seconds");
    const { store: other } = await troubled((request, answer) => request.resume().on("end", () => answer.end()));
    await other.write("a.bin", dawdling(bytes, 500), bytes.length);
  });

  it("that ignores the range is not believed", async () => {
    const { store } = await troubled((_, answer) =>
      answer.writeHead(200, { "content-length": bytes.length }).end(bytes),
    );
    await expect(store.read("a.bin", { start: 5, end: 9 }, living())).rejects.toThrow(StoreUnavailable);
  });

  it("that breaks off again and again is asked for the rest, as long as more comes", async () => {
    const asked: string[] = [];
    const { store } = await troubled(({ headers: { range = "" } }, answer) => {
      asked.push(range);
      const [, from, to] = /bytes=(\d+)-(\d+)/.exec(range)?.map(Number) ?? [];
      const length = (to ?? 0) - (from ?? 0) + 1;
      answer.writeHead(206, { "content-range": `bytes ${from}-${to}/${bytes.length}`, "content-length": length });
      answer.write(bytes.subarray(from, Math.min((from ?? 0) + 400_000, (to ?? 0) + 1)), () => answer.destroy());
    });
    const into = [Buffer.alloc(mebi), Buffer.alloc(1000)];
    await store.readAt("a.bin", 7, into, living());
    expect(Buffer.concat(into).equals(bytes.subarray(7, 7 + mebi + 1000))).toBe(true);
    expect(asked).toEqual(["bytes=7-1049582", "bytes=400007-1049582", "bytes=800007-1049582"]);
  });

  it("that breaks off before the first byte is asked once more, and no more", async () => {
    let asked = 0;
    const { store } = await troubled((_, answer) => {
      asked += 1;
      answer.destroy();
    });
    await expect(store.readAt("a.bin", 0, [Buffer.alloc(10)], living())).rejects.toThrow(StoreUnavailable);
    expect(asked).toBe(2);
  });

  it("that sends another range than was asked for is not believed", async () => {
    const { store } = await troubled((_, answer) =>
      answer.writeHead(206, { "content-range": `bytes 0-9/${bytes.length}` }).end(bytes.subarray(0, 10)),
    );
    await expect(store.readAt("a.bin", 5, [Buffer.alloc(10)], living())).rejects.toThrow("other bytes");
  });

  it("says by position, too, what it has against us", async () => {
    const { store } = await troubled((_, answer) =>
      answer.writeHead(403).end("<Error><Code>SignatureDoesNotMatch</Code></Error>"),
    );
    await expect(store.readAt("a.bin", 5, [Buffer.alloc(10)], living())).rejects.toThrow(
      new StoreUnavailable("The S3 server refuses S3_SECRET_ACCESS_KEY."),
    );
  });

  it("that never answers is left by position, too, as soon as the listener leaves", async () => {
    const asked = Promise.withResolvers<void>();
    const { store } = await troubled(() => asked.resolve());
    const listener = new AbortController();
    const reading = store.readAt("a.bin", 0, [Buffer.alloc(10)], listener.signal);
    const left = expect(reading).rejects.toThrow("the listener left");
    await asked.promise;
    listener.abort(new Error("the listener left"));
    await left;
  });

  it("that never answers is left as soon as the listener leaves", async () => {
    const asked = Promise.withResolvers<void>();
    const { store } = await troubled(() => asked.resolve());
    const listener = new AbortController();
    const reading = expect(store.read("a.bin", null, listener.signal)).rejects.toThrow("the listener left");
    await asked.promise;
    listener.abort(new Error("the listener left"));
    await reading;
  });
});

async function* dawdling(body: Buffer, milliseconds: number): AsyncGenerator<Uint8Array> {
  yield body.subarray(0, mebi);
  await pause(milliseconds);
  yield body.subarray(mebi);
}

async function troubled(answer: RequestListener): Promise<{ server: Server; store: ObjectStore }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const s3 = {
    endpoint: `http://127.0.0.1:${port}`,
    region: "us-east-1",
    bucket: "b",
    accessKeyId: "k",
    secretAccessKey: "s",
  };
  const store = openStore({ dataDir: "", s3: { ...s3, publicEndpoint: null } });
  onTestFinished(async () => {
    await store.close();
    server.closeAllConnections();
    server.close();
  });
  return { server, store };
}
