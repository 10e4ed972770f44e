import { setImmediate } from "node:timers/promises";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Pieces, pieces } from "@/lib/delivery/pieces";
import type { Deliverable } from "@/lib/delivery/plan";
import { type DeliveryOptions, toResponse } from "@/lib/delivery/response";
import { endAllStreams, endStreams, openStreams, streamOwners } from "@/lib/delivery/streams";
import { canCountDescriptors, openFilesBelow, socketsTo } from "@/tests/support/descriptors";
import { eachStore, patternBytes } from "@/tests/support/stores";

// More than socket buffers hold, so that a reader who sleeps keeps the socket busy.
const size = 24 * 1024 * 1024;
// As many as find all the buffers that they like.
const many = 20;

const object: Deliverable = {
  key: "media/leaving.mp3",
  size,
  etag: '"e"',
  lastModified: new Date("2026-11-22T10:00:00Z"),
  contentType: "audio/mpeg",
  cacheControl: "public, max-age=3600",
};

type Listener = DeliveryOptions & { left?: AbortSignal; method?: string };

eachStore("a stream", (opened) => {
  let source: Pieces;

  beforeAll(async () => {
    await opened().store.write(object.key, patternBytes(size), size);
    source = pieces(opened().store, 0);
  });

  const listen = ({ left, method, ...options }: Listener = {}) => {
    const request = new Request("http://localhost/media/a.mp3", { signal: left, method });
    return toResponse(request, object, source, options);
  };
  const begin = async (listener: Listener = {}) => {
    const reader = (await listen(listener)).body?.getReader();
    if (!reader) throw new Error("There is no body.");
    // The second time more is read than is wanted at once.
    for (const _ of [1, 2]) await reader.read();
    return reader;
  };
  const crowd = (listener: (index: number) => Listener) =>
    Promise.all(Array.from({ length: many }, (_, index) => begin(listener(index))));
  const held = () => ({ streams: openStreams(), buffers: source.onLoan() });
  // Bytes that are read ahead wait in buffers while the listener sleeps, and nothing is open for them in the store.
  const ahead = () => (opened().kind === "S3" ? 3 : 0);
  const heldBy = (streams: number) => ({ streams, buffers: streams * ahead() });
  const soon = (check: () => void) => vi.waitFor(check, { timeout: 1000, interval: 5 });
  const allFreed = () => soon(() => expect(held()).toEqual(heldBy(0)));

  it.skipIf(!canCountDescriptors)("that sleeps holds no file and no socket of its own", async () => {
    const readers = await crowd(() => ({}));
    const { s3, dataDir } = opened().settings;
    // Sockets wait for whoever reads next.
    expect(s3 ? socketsTo(s3.endpoint) : openFilesBelow(dataDir)).toBeLessThanOrEqual(s3 ? 64 : 1);
    await Promise.all(readers.map((reader) => reader.cancel()));
  });

  describe("frees what it holds at once", () => {
    it("when the listener leaves", async () => {
      const listeners = Array.from({ length: many }, () => new AbortController());
      await crowd((index) => ({ left: listeners[index]?.signal }));
      expect(held()).toEqual(heldBy(many));
      for (const listener of listeners) listener.abort();
      await allFreed();
    });

    it("when its body is cancelled", async () => {
      const readers = await crowd(() => ({}));
      expect(held()).toEqual(heldBy(many));
      await Promise.all(readers.map((reader) => reader.cancel()));
      await allFreed();
    });

    it("when its owner is suspended, and only then", async () => {
      const readers = await crowd((index) => ({ owner: index % 2 ? "odd" : "even" }));
      expect(streamOwners().sort()).toEqual(["even", "odd"]);
      expect(endStreams("odd")).toBe(many / 2);
      await soon(() => expect(held()).toEqual(heldBy(many / 2)));
      await expect(readers[1]?.read()).rejects.toThrow("Its owner was suspended.");
      await expect(readers[0]?.read()).resolves.toMatchObject({ done: false });
      endStreams("even");
      await allFreed();
    });

    it("when its caller's signal ends it", async () => {
      const stop = new AbortController();
      const reader = await begin({ signal: stop.signal });
      stop.abort(new Error("enough"));
      await expect(reader.read()).rejects.toThrow("enough");
      await allFreed();
    });

    it("when the server stops and waits no longer", async () => {
      await crowd(() => ({}));
      expect(await endAllStreams()).toBe(many);
      await allFreed();
    });

    it("when the listener leaves while it is being opened", async () => {
      const listeners = Array.from({ length: many }, () => new AbortController());
      const answers = listeners.map(({ signal }) => listen({ left: signal }));
      await setImmediate();
      for (const listener of listeners) listener.abort();
      await Promise.all(answers);
      await allFreed();
    });

    it.each([{ left: AbortSignal.abort() }, { signal: AbortSignal.abort() }, { method: "HEAD" }])(
      "by not being opened for %o",
      async (listener) => {
        const before = held();
        const answer = await listen(listener);
        expect(answer.body).toBeNull();
        expect(held()).toEqual(before);
      },
    );

    it("when it was read to its end", async () => {
      const reader = await begin();
      while (!(await reader.read()).done);
      await allFreed();
    });
  });
});
