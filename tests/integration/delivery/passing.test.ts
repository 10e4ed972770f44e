import { once } from "node:events";
import { createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type Pieces, pieces } from "@/lib/delivery/pieces";
import { object as small } from "@/tests/support/delivered";
import { routes } from "@/tests/support/lanes";
import { eachStore, patternBytes } from "@/tests/support/stores";

const MIB = 1024 * 1024;
const size = 12 * MIB + 4321;
const bytes = patternBytes(size);
const object = { ...small, key: "media/passed.mp3", size };

eachStore("what a route hands to Next", (opened) => {
  const server = createServer((request, response) => {
    deliver(request, response, object).catch(() => response.destroy());
  });
  let deliver: ReturnType<typeof routes>;
  let source: Pieces;

  beforeAll(async () => {
    await opened().store.write(object.key, bytes, size);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterAll(() => server.close());

  const begin = (cacheBytes: number) => {
    source = pieces(opened().store, cacheBytes);
    deliver = routes(opened().store, source);
  };
  const ask = (): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      get({ port: (server.address() as AddressInfo).port, agent: false }, resolve).on("error", reject);
    });
  /** Throws at the first byte that is not the object's; `turns` is how long it waits between two chunks. */
  const listen = async (turns: number): Promise<number> => {
    let at = 0;
    for await (const chunk of await ask()) {
      if (!bytes.subarray(at, at + chunk.length).equals(chunk)) throw new Error(`Other bytes at ${at}.`);
      at += chunk.length;
      for (let left = turns; left > 0; left -= 1) await turn();
    }
    return at;
  };
  const leave = async () => {
    const answer = await ask();
    for await (const _ of answer) if (answer.destroy().destroyed) break;
  };

  it.each([0, 16 * MIB])("comes back when it has left, and never before, with %i bytes kept", async (cacheBytes) => {
    begin(cacheBytes);
    const crowd = Array.from({ length: 24 }, (_, index) => listen(index % 6));
    expect(new Set(await Promise.all(crowd))).toEqual(new Set([size]));
    await vi.waitFor(() => expect(source.onLoan()).toBe(0));
  });

  it.each([0, 16 * MIB])("comes back when its listener leaves, with %i bytes kept", async (cacheBytes) => {
    begin(cacheBytes);
    await Promise.all(Array.from({ length: 50 }, leave));
    await vi.waitFor(() => expect(source.onLoan()).toBe(0));
    expect(await listen(0)).toBe(size);
  });
});
