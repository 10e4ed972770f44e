import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { BLOCK } from "@/lib/delivery/buffers";
import { pieces } from "@/lib/delivery/pieces";
import { toResponse } from "@/lib/delivery/response";
import { toServerResponse } from "@/lib/delivery/server-response";
import { endStreams, openStreams } from "@/lib/delivery/streams";
import type { Witness } from "@/lib/delivery/witness";
import { bytes, object, size } from "@/tests/support/delivered";
import { bytesRead } from "@/tests/support/raw-listener";
import { bytesOf, eachStore, patternBytes } from "@/tests/support/stores";

const long = { ...object, key: "media/long.mp3", size: 24 * 1024 * 1024 };

/** Writes down what it hears. */
function notes() {
  const heard = { began: [] as unknown[], bytes: 0, ended: [] as string[] };
  const witness: Witness = {
    began: (answered) => heard.began.push(answered),
    sent: (count) => {
      heard.bytes += count;
    },
    ended: (outcome) => heard.ended.push(outcome),
  };
  return { heard, witness };
}

const answers: [headers: Record<string, string>, method: string, status: number, bytes: number][] = [
  [{}, "GET", 200, size],
  [{ range: "bytes=100-300099" }, "GET", 206, 300_000],
  [{ range: "bytes=700000-" }, "GET", 416, 0],
  [{ "if-none-match": object.etag }, "GET", 304, 0],
  [{ "if-match": '"other"' }, "GET", 412, 0],
  [{}, "HEAD", 200, 0],
];

eachStore("the witness of an answer", (opened) => {
  beforeAll(async () => {
    await opened().store.write(object.key, bytes, size);
    await opened().store.write(long.key, patternBytes(long.size), long.size);
  });

  describe("on the express lane", () => {
    let port = 0;
    let asked = object;
    let present = notes();

    beforeAll(async () => {
      const source = pieces(opened().store, 0);
      const server = createServer((request, response) => {
        toServerResponse(request, response, asked, source, { owner: "owner", witness: present.witness }).catch(() =>
          response.writeHead(500).end(),
        );
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      port = (server.address() as AddressInfo).port;
      return () => server.close();
    });

    const begin = (of: typeof object) => {
      asked = of;
      present = notes();
      return present.heard;
    };
    const ask = (init: RequestInit) => fetch(`http://127.0.0.1:${port}/`, init);

    it.each(answers)("of %o to %s hears of a %i with %i bytes", async (headers, method, status, length) => {
      const heard = begin(object);
      await bytesOf((await ask({ headers, method })).body);
      await vi.waitFor(() => expect(heard.ended).toEqual(["complete"]));
      const range = status === 206 ? { start: 100, end: 300_099 } : null;
      expect(heard).toEqual({ began: [{ status, range }], bytes: length, ended: ["complete"] });
    });

    it.each([
      ["goes away", 0],
      ["goes away with bytes unread", 1],
    ])("hears of no fewer bytes, up to a piece, than a listener got who %s", async (_, unread) => {
      for (let round = 0; round < 20; round++) {
        const heard = begin(long);
        const got = await listenFor(port, 1 + Math.floor((long.size / 4) * Math.random()), unread);
        await vi.waitFor(() => expect(heard.ended).toEqual(["left"]));
        // Where the kernel refuses the rest of a piece, nobody says how much of it it took before.
        expect(heard.bytes).toBeGreaterThanOrEqual(got - BLOCK);
        expect(heard.bytes).toBeLessThan(long.size);
      }
      await vi.waitFor(() => expect(openStreams()).toBe(0));
    });

    it("hears to the byte what left before we cut it", async () => {
      const heard = begin(long);
      const socket = connect(port, "127.0.0.1", () => socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
      const got = bytesRead(socket);
      socket.once("data", () => socket.pause());
      await quiet(() => heard.bytes);
      endStreams("owner");
      await vi.waitFor(() => expect(heard.ended).toEqual(["cut"]));
      const closed = once(socket, "close");
      socket.resume();
      await closed;
      expect(got()).toBe(heard.bytes);
    });

    it("hears that the store broke", async () => {
      const heard = begin({ ...object, size: size + 100_000 });
      await expect(ask({}).then(({ body }) => bytesOf(body))).rejects.toThrow();
      await vi.waitFor(() => expect(heard.ended).toEqual(["broke"]));
      expect(heard.bytes).toBeLessThanOrEqual(size);
    });

    it("hears nothing of an answer that another gives", async () => {
      const heard = begin({ ...object, key: "media/gone.mp3" });
      expect((await ask({})).status).toBe(500);
      expect(heard).toEqual({ began: [], bytes: 0, ended: [] });
    });
  });

  describe("on the lane of routes", () => {
    const ask = (init: RequestInit, witness: Witness, of = object) =>
      toResponse(new Request("http://localhost/media/a.mp3", init), of, pieces(opened().store, 0), {
        owner: "owner",
        witness,
      });

    it.each(answers)("of %o to %s hears of a %i with %i bytes", async (headers, method, status, length) => {
      const { heard, witness } = notes();
      await bytesOf((await ask({ headers, method }, witness)).body);
      const range = status === 206 ? { start: 100, end: 300_099 } : null;
      expect(heard).toEqual({ began: [{ status, range }], bytes: length, ended: ["complete"] });
    });

    it.each(["left", "cut", "broke"])("hears that it %s, and what was taken until then", async (outcome) => {
      const { heard, witness } = notes();
      const left = new AbortController();
      const of = outcome === "broke" ? { ...object, size: size + 1 } : long;
      const reader = (await ask({ signal: left.signal }, witness, of)).body?.getReader();
      let got = (await reader?.read())?.value?.length ?? 0;
      if (outcome === "left") left.abort();
      if (outcome === "cut") endStreams("owner");
      const rest = async () => {
        for (let more = await reader?.read(); more?.value; more = await reader?.read()) got += more.value.length;
      };
      await expect(rest()).rejects.toThrow();
      expect(heard.ended).toEqual([outcome]);
      expect(heard.bytes).toBe(got);
    });

    it("hears that the body was cancelled", async () => {
      const { heard, witness } = notes();
      await (await ask({}, witness, long)).body?.cancel();
      expect(heard.ended).toEqual(["left"]);
    });
  });
});

/** Reads about `count` bytes of the body, leaves some of `unread` in the socket, and breaks off. How many bytes of the body it read. */
async function listenFor(port: number, count: number, unread: number): Promise<number> {
  const socket = connect(port, "127.0.0.1", () => socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
  const got = bytesRead(socket);
  const closed = once(socket, "close");
  socket.on("data", () => {
    if (got() < count) return;
    socket.pause();
    if (unread > 0) setTimeout(() => socket.destroy(), 5);
    else socket.destroy();
  });
  await closed;
  return got();
}

/** Waits until a figure above zero stands still. */
async function quiet(figure: () => number): Promise<void> {
  let before = 0;
  await vi.waitFor(
    () => {
      const isStill = before > 0 && figure() === before;
      before = figure();
      expect(isStill).toBe(true);
    },
    { interval: 100 },
  );
}
