import { describe, expect, test } from "vitest";
import { runConfined } from "@/lib/media/confined";
import { inspectAudio } from "@/lib/media/inspect";
import { probeAudio } from "@/lib/media/probe";
import { inChunks, mpegFrames } from "@/tests/support/synthetic-audio";

const limits = { seconds: 10, heapMb: 64, memoryMb: 300 };
const words = inChunks(Buffer.from("one two three"), 4);
const run = (name: string, input = inChunks(new Uint8Array(0)), options = {}) =>
  runConfined<unknown>(`tests/fixtures/confined/${name}.ts`, [], input, { limits, ...options });

describe("a child process for bytes from outside", () => {
  test("answers out of what it was given", async () => {
    expect(await run("echo", words)).toEqual({ ok: true, answer: "one two three" });
  });

  test("that never ends is killed when its time is over", async () => {
    expect(await run("endless", words, { limits: { ...limits, seconds: 0.5 } })).toEqual({ ok: false, breach: "time" });
  });

  test("that takes nothing of a large input is killed when its time is over", async () => {
    const input = inChunks(new Uint8Array(5_000_000));
    expect(await run("endless", input, { limits: { ...limits, seconds: 0.5 } })).toEqual({ ok: false, breach: "time" });
  });

  test("that fills its heap is stopped for its memory", async () => {
    expect(await run("greedy-heap")).toEqual({ ok: false, breach: "memory" });
  });

  test("that takes memory beside the heap is killed for it", async () => {
    expect(await run("greedy-buffers")).toEqual({ ok: false, breach: "memory" });
  });

  test("that throws is told apart", async () => {
    expect(await run("thrower")).toEqual({ ok: false, breach: "crash" });
  });

  test("reads no file but code, starts no program and sees no setting", async () => {
    const answer = { outside: "refused", house: "refused", spawning: "refused", settings: [] };
    expect(await run("curious")).toEqual({ ok: true, answer });
  });

  test("may answer early: its input is read to the end all the same", async () => {
    let read = 0;
    async function* counted() {
      for await (const chunk of inChunks(new Uint8Array(3_000_000))) {
        read += chunk.length;
        yield chunk;
      }
    }
    expect(await run("hasty", counted())).toEqual({ ok: true, answer: "early" });
    expect(read).toBe(3_000_000);
  });

  test("ends with an error, not with a verdict, when the source fails", async () => {
    async function* failing() {
      yield new Uint8Array(10);
      throw new Error("the store is away");
    }
    await expect(run("echo", failing())).rejects.toThrow("the store is away");
  });

  test("ends with an error, not with a verdict, when it is aborted", async () => {
    const stop = new AbortController();
    const running = run("endless", words, { signal: stop.signal });
    stop.abort(new Error("shutting down"));
    await expect(running).rejects.toThrow("shutting down");
  });
});

describe("a breach becomes a sentence", () => {
  const source = () => ({ bytes: inChunks(mpegFrames(500)), size: 500 * 417 });

  test("of time", async () => {
    const verdict = await probeAudio(source(), { limits: { seconds: 0.005 } });
    expect(verdict).toEqual({ ok: false, reason: expect.stringContaining("took too long") });
  });

  test("of memory", async () => {
    const verdict = await probeAudio(source(), { limits: { memoryMb: 10 } });
    expect(verdict).toEqual({ ok: false, reason: expect.stringContaining("too much memory") });
  });
});

test("300 MB of MP3 are hashed and measured in memory that does not grow", async () => {
  const block = mpegFrames(2400);
  const blocks = 300;
  let most = 0;
  async function* repeated() {
    for (let count = 0; count < blocks; count++) {
      yield block;
      most = Math.max(most, process.memoryUsage().rss);
    }
  }
  const before = process.memoryUsage().rss;
  const size = block.length * blocks;
  const found = await inspectAudio(repeated(), size, { limits: { memoryMb: 150 } });
  expect(found).toMatchObject({ ok: true, bytes: size, duration: expect.closeTo((2400 * 300 * 1152) / 44_100, 2) });
  expect((most - before) / 2 ** 20).toBeLessThan(50);
}, 60_000);
