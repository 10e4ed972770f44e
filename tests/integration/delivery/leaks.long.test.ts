import { once } from "node:events";
import { readdirSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openStreams } from "@/lib/delivery/streams";
import { object as small } from "@/tests/support/delivered";
import { canCountDescriptors } from "@/tests/support/descriptors";
import { type Lane, openLane } from "@/tests/support/lanes";
import { eachStore, patternBytes } from "@/tests/support/stores";

// More than socket buffers hold, so that whoever does not read keeps an answer under way.
const size = 24 * 1024 * 1024;
const object = { ...small, key: "media/leaks.mp3", size };
const MIB = 1024 * 1024;

/** Connections that the S3 client keeps for whoever reads next, and the hot file. */
const KEPT = { S3: 64, filesystem: 1 };

eachStore("nothing is left behind", (opened) => {
  describe
    .skipIf(!canCountDescriptors)
    .each(["the express lane", "the express lane from its cache", "the routes"] as const)("on %s", (name) => {
    let lane: Lane;
    let before = held();

    beforeAll(async () => {
      await opened().store.write(object.key, patternBytes(size), size);
      lane = await openLane(name, opened().store, object);
      await aborts(200); // what is made once and kept for good is there afterwards
      await settled();
      before = held();
    });
    afterAll(() => lane.close());

    const freed = () => vi.waitFor(() => expect(openStreams()).toBe(0), { timeout: 1_000, interval: 10 });
    const settled = () => vi.waitFor(() => expect(openStreams()).toBe(0), { timeout: 10_000, interval: 50 });
    const backAtBaseline = () =>
      vi.waitFor(
        () => {
          expect(openStreams()).toBe(0);
          expect(held().descriptors).toBeLessThanOrEqual(before.descriptors + KEPT[opened().kind]);
        },
        { timeout: 10_000, interval: 100 },
      );
    /** The first time memory is found for the crowd; the second time no more may be needed. */
    const twice = async (crowd: () => Promise<void>) => {
      await crowd();
      await backAtBaseline();
      const { rss } = held();
      await crowd();
      await backAtBaseline();
      await vi.waitFor(() => expect(held().rss).toBeLessThan(rss + 48 * MIB), { timeout: 10_000, interval: 100 });
    };

    const dial = async (): Promise<Socket> => {
      const socket = connect(Number(new URL(lane.url).port), "127.0.0.1").on("error", () => {});
      await once(socket, "connect");
      return socket;
    };
    const ask = (socket: Socket, method = "GET") =>
      socket.write(`${method} /media/a.mp3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);

    const abort = async (index: number) => {
      const socket = await dial();
      const moment = index % 5;
      if (moment === 0) socket.write("GET /media/a.mp3 HTTP/1.1\r\nHo");
      else ask(socket);
      for (let chunk = 1; chunk < moment; chunk += 1) await once(socket, "data");
      if (moment === 1) await pause(index % 7);
      socket.destroy();
    };
    const aborts = (many: number) => inTurns(many, 50, abort);

    it("by a thousand who leave in the middle, and within a second what they held is free", () =>
      twice(async () => {
        await aborts(1_000);
        await freed();
      }));

    it("by a thousand who ask only for the header", () =>
      twice(async () => {
        await inTurns(1_000, 50, async () => {
          const socket = await dial();
          ask(socket, "HEAD");
          socket.resume();
          await once(socket, "close");
        });
        await freed();
      }));

    it("by a thousand who connect and say nothing", () =>
      twice(() => inTurns(1_000, 200, async () => void (await dial()).destroy())));

    it("by two hundred who read slowly and then leave", () =>
      twice(async () => {
        const readers = await Promise.all(Array.from({ length: 200 }, dial));
        for (const reader of readers) reader.once("data", () => reader.pause());
        for (const reader of readers) ask(reader);
        await vi.waitFor(() => expect(openStreams()).toBe(200), { timeout: 10_000 });
        for (const reader of readers) reader.destroy();
        await freed();
      }));
  });
});

function held(): { descriptors: number; rss: number } {
  const descriptors = canCountDescriptors ? readdirSync("/proc/self/fd").length : 0;
  return { descriptors, rss: process.memoryUsage.rss() };
}

async function inTurns(many: number, atOnce: number, act: (index: number) => Promise<unknown>): Promise<void> {
  const turns = Array.from({ length: many }, (_, index) => index).values();
  const work = async () => {
    for (const index of turns) await act(index);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
