import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { mediaHeaders } from "@/lib/delivery/media-headers";
import { pieces } from "@/lib/delivery/pieces";
import { toServerResponse } from "@/lib/delivery/server-response";
import { openStreams } from "@/lib/delivery/streams";
import { bytes, cases, contentRangeOf, last, object, size, tag } from "@/tests/support/delivery-cases";
import { bytesOf, eachStore } from "@/tests/support/stores";

const mebi = 1024 * 1024;

eachStore("an answer of the express lane", (opened) => {
  describe.each([
    ["without a cache", 0],
    ["from its cache", 16 * mebi],
  ])("%s", (_, cacheBytes) => {
    let url = "";
    let asked = object;
    const refusals: unknown[] = [];

    beforeAll(async () => {
      await opened().store.write(object.key, bytes, size);
      const source = pieces(opened().store, cacheBytes);
      const server = createServer((request, response) => {
        toServerResponse(request, response, asked, source, { owner: "owner" }).catch((error) => {
          refusals.push(error);
          response.writeHead(500).end();
        });
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/media/a.mp3`;
      return () => server.close();
    });

    const ask = (headers: Record<string, string>, method = "GET", of = object) => {
      asked = of;
      return fetch(url, { method, headers });
    };
    const freed = () => vi.waitFor(() => expect(openStreams()).toBe(0));

    it.each(cases)("to %o is %i with exactly its bytes", async (headers, status, start = 0, end = last) => {
      const answer = await ask(headers);
      const body = await bytesOf(answer.body);
      expect(answer.status).toBe(status);
      const sent = status === 200 || status === 206 ? bytes.subarray(start, end + 1) : Buffer.alloc(0);
      expect(body.equals(sent)).toBe(true);
      expect(answer.headers.get("content-length")).toBe(status === 304 ? null : `${sent.length}`);
      expect(answer.headers.get("content-range")).toBe(contentRangeOf(status, start, end));
      expect(answer.headers.get("etag")).toBe(tag);
      expect(answer.headers.get("accept-ranges")).toBe("bytes");
      expect(answer.headers.get("cache-control")).toBe(status < 400 ? "public, max-age=3600" : "no-store");
      for (const [name, value] of Object.entries(mediaHeaders())) expect(answer.headers.get(name)).toBe(value);
      await freed();
    });

    it.each(cases)("to HEAD with %o has the header of GET without Range, and no body", async (headers) => {
      const { range: _, ...conditions } = headers;
      const [head, get] = [await ask(headers, "HEAD"), await ask(conditions)];
      expect(await bytesOf(head.body)).toHaveLength(0);
      await get.body?.cancel();
      expect(head.status).toBe(get.status);
      const lasting = (answer: Response) =>
        [...answer.headers].filter(([name]) => !/^(date|connection|keep-alive)$/.test(name));
      expect(lasting(head)).toEqual(lasting(get));
    });

    it("for an object that is gone from the store is left to the caller", async () => {
      expect((await ask({}, "GET", { ...object, key: "media/gone.mp3" })).status).toBe(500);
      expect(String(refusals.at(-1))).toContain("There is no media/gone.mp3 in the store.");
      await freed();
    });

    it("breaks off, with no wrong byte, when the object is shorter than it should be", async () => {
      const received: Uint8Array[] = [];
      const reading = async () => {
        const shorter = { ...object, key: "media/shorter.mp3", size: size + 100_000 };
        await opened().store.write(shorter.key, bytes, size);
        for await (const chunk of (await ask({}, "GET", shorter)).body ?? []) received.push(chunk);
      };
      await expect(reading()).rejects.toThrow();
      const got = Buffer.concat(received);
      expect(bytes.subarray(0, got.length).equals(got)).toBe(true);
      await freed();
    });
  });
});
