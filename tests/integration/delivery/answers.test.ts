import { expect, it } from "vitest";
import { mediaHeaders } from "@/lib/delivery/media-headers";
import { pieces } from "@/lib/delivery/pieces";
import { toResponse } from "@/lib/delivery/response";
import { openStreams } from "@/lib/delivery/streams";
import { bytes, cases, contentRangeOf, last, object, size, tag } from "@/tests/support/delivery-cases";
import { bytesOf, eachStore } from "@/tests/support/stores";

eachStore("an answer", (opened) => {
  const ask = async (headers: Record<string, string>, method = "GET", of = object) => {
    await opened().store.write(object.key, bytes, size);
    return toResponse(new Request("http://localhost/media/a.mp3", { method, headers }), of, pieces(opened().store, 0));
  };

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
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(answer.headers.get("cache-control")).toBe(status < 400 ? "public, max-age=3600" : "no-store");
    for (const [name, value] of Object.entries(mediaHeaders())) expect(answer.headers.get(name)).toBe(value);
    expect(openStreams()).toBe(0);
  });

  it.each(cases)("to HEAD with %o has the header of GET without Range, and no body", async (headers) => {
    const { range: _, ...conditions } = headers;
    const [head, get] = [await ask(headers, "HEAD"), await ask(conditions)];
    await get.body?.cancel();
    expect(head.body).toBeNull();
    expect(head.status).toBe(get.status);
    expect([...head.headers]).toEqual([...get.headers]);
  });

  it("for an object that is gone from the store is left to the caller", async () => {
    const gone = { ...object, key: "media/gone.mp3" };
    await expect(ask({}, "GET", gone)).rejects.toThrow("There is no media/gone.mp3 in the store.");
    expect(openStreams()).toBe(0);
  });

  it("breaks off, with no wrong byte, when the object is shorter than it should be", async () => {
    const wrong = size + 1;
    const received: Uint8Array[] = [];
    const reading = async () => {
      const answer = await ask({}, "GET", { ...object, size: wrong });
      for await (const chunk of answer.body ?? []) received.push(chunk);
    };
    await expect(reading()).rejects.toThrow();
    const got = Buffer.concat(received);
    expect(got.length).toBeLessThan(wrong);
    expect(bytes.subarray(0, got.length).equals(got)).toBe(true);
    expect(openStreams()).toBe(0);
  });
});
