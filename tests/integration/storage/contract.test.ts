import { describe, expect, it } from "vitest";
import { UnsafeKey } from "@/lib/storage/keys";
import { ObjectMissing, PartCutShort } from "@/lib/storage/port";
import { bytesOf, eachStore, inChunks, patternBytes } from "@/tests/support/stores";

const mebi = 1024 * 1024;
const whole = patternBytes(700_003);
const living = () => new AbortController().signal;

eachStore("every object store", (opened) => {
  const store = () => opened().store;
  const read = async (key: string, range: { start: number; end: number } | null = null) =>
    bytesOf(await store().read(key, range, living()));

  describe("an object", () => {
    it("written from memory or from a stream reads back the same", async () => {
      await store().write("a/memory.bin", whole, whole.length);
      await store().write("a/stream.bin", inChunks(whole), whole.length);
      expect(await read("a/memory.bin")).toEqual(whole);
      expect(await read("a/stream.bin")).toEqual(whole);
    });

    it.each([
      [0, 0],
      [0, 1],
      [262_143, 262_144],
      [5, 600_000],
      [700_002, 700_002],
      [0, 700_002],
    ])("gives bytes %i to %i", async (start, end) => {
      await store().write("a/ranged.bin", whole, whole.length);
      expect(await read("a/ranged.bin", { start, end })).toEqual(whole.subarray(start, end + 1));
    });

    it("may be empty", async () => {
      await store().write("a/empty.bin", Buffer.alloc(0), 0);
      await store().write("a/empty-stream.bin", inChunks(Buffer.alloc(0)), 0);
      expect(await store().head("a/empty.bin")).toMatchObject({ size: 0 });
      expect(await read("a/empty-stream.bin")).toEqual(Buffer.alloc(0));
    });

    it("is known by its size and time", async () => {
      const before = Date.now();
      await store().write("a/known.bin", whole, whole.length);
      const found = await store().head("a/known.bin");
      expect(found?.size).toBe(whole.length);
      expect(Math.abs((found?.lastModified.getTime() ?? 0) - before)).toBeLessThan(60_000);
    });

    it("is replaced whole by a second write", async () => {
      await store().write("a/twice.bin", whole, whole.length);
      await store().write("a/twice.bin", Buffer.from("short"), 5);
      expect(await read("a/twice.bin")).toEqual(Buffer.from("short"));
    });

    it("that is read while it is replaced stays as it was", async () => {
      await store().write("a/held.bin", whole, whole.length);
      const stream = await store().read("a/held.bin", null, living());
      await store().write("a/held.bin", Buffer.from("other"), 5);
      expect(await bytesOf(stream)).toEqual(whole);
    });

    it("is absent until written and after it was deleted, which may be done twice", async () => {
      expect(await store().head("a/absent.bin")).toBeNull();
      await expect(read("a/absent.bin")).rejects.toThrow(ObjectMissing);
      await store().write("a/absent.bin", whole, whole.length);
      await store().delete("a/absent.bin");
      await store().delete("a/absent.bin");
      await expect(read("a/absent.bin", { start: 0, end: 1 })).rejects.toThrow(ObjectMissing);
    });

    it("is not there when its key is only the beginning of another", async () => {
      await store().write("folder/inner.bin", whole, whole.length);
      expect(await store().head("folder")).toBeNull();
      await expect(read("folder")).rejects.toThrow(ObjectMissing);
    });

    it.each([-1, 1])("of a length that is not the announced one by %i is not written at all", async (by) => {
      const wrong = whole.length + by;
      await expect(store().write("a/wrong.bin", inChunks(whole), wrong)).rejects.toThrow(PartCutShort);
      await expect(store().write("a/wrong.bin", whole, wrong)).rejects.toThrow(PartCutShort);
      expect(await store().head("a/wrong.bin")).toBeNull();
    });

    it("whose source fails is not written at all, and the failure is the source's own", async () => {
      await expect(store().write("a/broken.bin", failing(whole), whole.length)).rejects.toThrow("the source broke");
      expect(await store().head("a/broken.bin")).toBeNull();
    });

    it("that ends before the range does errors instead of pretending", async () => {
      await store().write("a/short.bin", whole, whole.length);
      await expect(read("a/short.bin", { start: 0, end: whole.length })).rejects.toThrow();
    });
  });

  describe("a reading by position", () => {
    const filled = async (key: string, position: number, ...sizes: number[]) => {
      const buffers = sizes.map((size) => Buffer.alloc(size));
      await store().readAt(key, position, buffers, living());
      return Buffer.concat(buffers);
    };

    it.each([
      [0, [1]],
      [0, [700_003]],
      [699_999, [4]],
      [262_143, [1, 262_144, 3]],
    ])("from %i fills buffers of %j, one after the other", async (position, sizes) => {
      await store().write("r/placed.bin", whole, whole.length);
      const size = sizes.reduce((sum, length) => sum + length, 0);
      expect(await filled("r/placed.bin", position, ...sizes)).toEqual(whole.subarray(position, position + size));
    });

    it("errors where the object ends before, is absent or has an unsafe key", async () => {
      await store().write("r/ends.bin", whole, whole.length);
      await expect(filled("r/ends.bin", 700_000, 4)).rejects.toThrow();
      await expect(filled("r/ends.bin", 800_000, 4)).rejects.toThrow();
      await expect(filled("r/absent.bin", 0, 4)).rejects.toThrow(ObjectMissing);
      await expect(filled("../out", 0, 4)).rejects.toThrow(UnsafeKey);
    });

    it("knows at once that an object was deleted", async () => {
      await store().write("r/deleted.bin", whole, whole.length);
      await filled("r/deleted.bin", 0, 10);
      await store().delete("r/deleted.bin");
      await expect(filled("r/deleted.bin", 0, 10)).rejects.toThrow(ObjectMissing);
    });
  });

  describe("a key", () => {
    const unsafe = [
      "",
      "/",
      "/etc/passwd",
      "../out",
      "a/../../out",
      "a/..",
      "./a",
      "a//b",
      "a/",
      ".hidden",
      "a/.b",
      "a\\b",
    ];
    it.each([...unsafe, "a\0b", "a b", "a%2e", "ä", "x".repeat(300), "a/".repeat(500)])(
      "like %j is refused",
      async (key) => {
        await expect(store().head(key)).rejects.toThrow(UnsafeKey);
        await expect(store().read(key, null, living())).rejects.toThrow(UnsafeKey);
        await expect(store().write(key, whole, whole.length)).rejects.toThrow(UnsafeKey);
        await expect(store().delete(key)).rejects.toThrow(UnsafeKey);
        await expect(store().createParts(key)).rejects.toThrow(UnsafeKey);
      },
    );

    it("is listed with its size, in order, below a prefix that may end inside a name", async () => {
      for (const key of ["l/b/2", "l/a.b", "l/a/1", "l/a/2", "l/ab", "m/1"])
        await store().write(key, Buffer.from(key), key.length);
      const listed = async (prefix: string) => (await Array.fromAsync(store().list(prefix))).map(({ key }) => key);
      expect(await listed("l/")).toEqual(["l/a.b", "l/a/1", "l/a/2", "l/ab", "l/b/2"]);
      expect(await listed("l/a")).toEqual(["l/a.b", "l/a/1", "l/a/2", "l/ab"]);
      expect(await listed("l/a/")).toEqual(["l/a/1", "l/a/2"]);
      expect(await listed("none/")).toEqual([]);
      expect(await Array.fromAsync(store().list("m/"))).toEqual([{ key: "m/1", size: 3 }]);
    });
  });

  describe("an upload in parts", () => {
    const size = 12 * mebi + 17;
    const bytes = patternBytes(size);
    const cuts = [0, 5 * mebi, 10 * mebi, size];
    const part = (number: number) => ({
      number,
      offset: cuts[number - 1] ?? 0,
      size: (cuts[number] ?? 0) - (cuts[number - 1] ?? 0),
    });
    const send = async (key: string, uploadId: string, number: number) => {
      const { offset, size } = part(number);
      const body = inChunks(bytes.subarray(offset, offset + size));
      return { number, size, ...(await store().writePart({ key, uploadId, ...part(number) }, body)) };
    };

    it("becomes the object, whatever order the parts came in, and not before it is completed", async () => {
      const uploadId = await store().createParts("u/whole.bin");
      const parts = [];
      for (const number of [3, 1, 2]) parts.push(await send("u/whole.bin", uploadId, number));
      expect(await store().head("u/whole.bin")).toBeNull();
      await store().completeParts(
        "u/whole.bin",
        uploadId,
        parts.sort((a, b) => a.number - b.number),
      );
      expect((await read("u/whole.bin")).equals(bytes)).toBe(true);
    });

    it("may be completed by several at once", async () => {
      for (const key of ["u/once.bin", "u/again.bin", "u/more.bin"]) {
        const uploadId = await store().createParts(key);
        const parts = [await send(key, uploadId, 1)];
        await Promise.all(Array.from({ length: 12 }, () => store().completeParts(key, uploadId, parts)));
        expect((await read(key)).length).toBe(parts[0]?.size);
      }
    });

    it("may be completed twice, and takes no part afterwards", async () => {
      const uploadId = await store().createParts("u/twice.bin");
      const parts = [await send("u/twice.bin", uploadId, 1)];
      await store().completeParts("u/twice.bin", uploadId, parts);
      await store().completeParts("u/twice.bin", uploadId, parts);
      await expect(send("u/twice.bin", uploadId, 1)).rejects.toThrow(ObjectMissing);
      expect(await store().head("u/twice.bin")).toMatchObject({ size: 5 * mebi });
    });

    it("takes a part again, the last one counting", async () => {
      const uploadId = await store().createParts("u/again.bin");
      await store().writePart({ key: "u/again.bin", uploadId, ...part(1) }, inChunks(Buffer.alloc(5 * mebi)));
      const parts = [await send("u/again.bin", uploadId, 1)];
      await store().completeParts("u/again.bin", uploadId, parts);
      expect((await read("u/again.bin")).equals(bytes.subarray(0, 5 * mebi))).toBe(true);
    });

    it("is not made of parts that lie there under another ETag", async () => {
      const uploadId = await store().createParts("u/other.bin");
      const first = await send("u/other.bin", uploadId, 1);
      await store().writePart({ key: "u/other.bin", uploadId, ...part(1) }, inChunks(Buffer.alloc(5 * mebi)));
      await expect(store().completeParts("u/other.bin", uploadId, [first])).rejects.toThrow(ObjectMissing);
    });

    it.each([-1, 1])("refuses a part whose length is wrong by %i", async (by) => {
      const uploadId = await store().createParts("u/short.bin");
      const body = inChunks(bytes.subarray(0, 5 * mebi));
      const wrong = { key: "u/short.bin", uploadId, ...part(1), size: 5 * mebi + by };
      await expect(store().writePart(wrong, body)).rejects.toThrow(PartCutShort);
    });

    it("lets a part that was aborted or broke be sent again", async () => {
      const uploadId = await store().createParts("u/stalled.bin");
      const stop = new AbortController();
      const target = { key: "u/stalled.bin", uploadId, ...part(1) };
      const stalled = store().writePart(
        target,
        stalling(bytes, () => stop.abort(new Error("the client left"))),
        stop.signal,
      );
      await expect(stalled).rejects.toThrow("the client left");
      await expect(store().writePart(target, failing(bytes))).rejects.toThrow("the source broke");
      await store().completeParts("u/stalled.bin", uploadId, [await send("u/stalled.bin", uploadId, 1)]);
      expect((await read("u/stalled.bin")).equals(bytes.subarray(0, 5 * mebi))).toBe(true);
    });

    it("is gone once aborted, which may be done twice", async () => {
      const uploadId = await store().createParts("u/gone.bin");
      const parts = [await send("u/gone.bin", uploadId, 1)];
      await store().abortParts("u/gone.bin", uploadId);
      await store().abortParts("u/gone.bin", uploadId);
      await expect(store().completeParts("u/gone.bin", uploadId, parts)).rejects.toThrow(ObjectMissing);
      await expect(send("u/gone.bin", uploadId, 1)).rejects.toThrow(ObjectMissing);
      expect(await store().head("u/gone.bin")).toBeNull();
    });
  });

  it("a read whose listener left already opens nothing", async () => {
    await store().write("a/left.bin", whole, whole.length);
    await expect(store().read("a/left.bin", null, AbortSignal.abort(new Error("left")))).rejects.toThrow("left");
  });

  it("being ready can be asked again and again", async () => {
    await store().check();
    await store().check();
  });
});

async function* failing(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes.subarray(0, 100_000);
  throw new Error("the source broke");
}

async function* stalling(bytes: Uint8Array, stalled: () => void): AsyncGenerator<Uint8Array> {
  yield bytes.subarray(0, 100_000);
  yield bytes.subarray(100_000, 200_000);
  stalled();
  await new Promise(() => {});
}
