import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { GET as getMedia } from "@/app/api/v1/media/[id]/route";
import { POST as complete } from "@/app/api/v1/uploads/[id]/completion/route";
import { PUT as putPart } from "@/app/api/v1/uploads/[id]/parts/[number]/route";
import { DELETE as abort, GET as getUpload } from "@/app/api/v1/uploads/[id]/route";
import { suspendUser } from "@/lib/accounts/mutations";
import { setClock } from "@/tests/support/clock";
import { useDatabase } from "@/tests/support/database";
import { makeOwner, type Person } from "@/tests/support/people";
import { call, request } from "@/tests/support/requests";
import { makeShow } from "@/tests/support/shows";
import { eachStore, useStore } from "@/tests/support/stores";
import { mpegFrames } from "@/tests/support/synthetic-audio";
import { inspect } from "@/tests/support/uploading";
import { client } from "./house";

useDatabase();

const file = Buffer.from(mpegFrames(20_500));
const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes);

async function begin(size = file.length) {
  const owner = await makeOwner();
  const { slug } = await makeShow(owner);
  const said = { filename: "Nächtliches “Rauschen”.mp3", size, type: "audio/mpeg" };
  return { owner, upload: await (await client(owner.token).createUpload(slug, said)).json() };
}

/** PUT to an address as it was given, through the app. */
function send(url: string, body: Buffer, headers: Record<string, string> = {}, token?: string) {
  const [, id = "", number = ""] = /uploads\/([^/]+)\/parts\/([^/?]+)/.exec(url) ?? [];
  const asked = request(url, { method: "PUT", body: Uint8Array.from(body), headers, token });
  return putPart(asked, { params: Promise.resolve({ id, number }) });
}

/** A body that never ends; `begun` is when its bytes were read. */
function stalling(bytes: Uint8Array) {
  const { promise: begun, resolve: read } = Promise.withResolvers<void>();
  const left = [bytes];
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const chunk = left.pop();
    if (chunk) return controller.enqueue(chunk);
    read();
    return Promise.withResolvers<void>().promise;
  };
  return { begun, body: new ReadableStream({ pull }, { highWaterMark: 0 }) };
}

const finish = async ({ token }: Person, id: string, json: object = {}) =>
  (await call(complete, { id }, { method: "POST", token, json })).json();

describe("an upload through the app", () => {
  useStore();

  it("begins with parts of 8 MiB at absolute addresses, and ends with a media asset", async () => {
    const { owner, upload } = await begin();
    expect(upload).toMatchObject({ id: expect.any(String), partSize: 8_388_608 });
    expect(upload.parts).toMatchObject([
      {
        number: 1,
        size: 8_388_608,
        url: expect.stringMatching(/^http:\/\/localhost:3000\/api\/v1\/uploads\/.+\/parts\/1\?/),
      },
      { number: 2, size: file.length - 8_388_608 },
    ]);
    for (const { number, size, url } of upload.parts) {
      const answer = await send(
        url,
        file.subarray((number - 1) * upload.partSize, (number - 1) * upload.partSize + size),
      );
      expect([answer.status, answer.headers.get("etag")]).toEqual([204, expect.stringMatching(/^".+"$/)]);
    }
    const sha256 = digest(file).digest("hex");
    const { media } = await finish(owner, upload.id, { sha256 });
    expect(media).toMatchObject({ state: "checking", reason: null, bytes: file.length });
    expect(await finish(owner, upload.id, { sha256 })).toEqual({ media });
    const ask = () => call(getMedia, { id: media.id }, { token: owner.token });
    const tagOf = async () => (await ask()).headers.get("etag");
    const checking = await tagOf();
    expect(checking).toMatch(/^"[0-9a-f]{64}"$/);
    await inspect(media);
    const answer = await ask();
    expect(await tagOf()).toBe(answer.headers.get("etag"));
    expect(await tagOf()).not.toBe(checking);
    expect(await answer.json()).toEqual({
      media: {
        ...{ id: media.id, state: "ready", reason: null, bytes: file.length, sha256, type: "audio/mpeg" },
        ...{ duration: expect.closeTo(535.5, 0), bitrate: expect.any(Number), filename: "Nächtliches “Rauschen”.mp3" },
      },
    });
  });

  it("says which parts are there and where the missing ones go", async () => {
    const { owner, upload } = await begin();
    await send(upload.parts[1].url, file.subarray(upload.partSize));
    const ask = () => call(getUpload, { id: upload.id }, { token: owner.token });
    const answer = await ask();
    expect(answer.headers.get("etag")).toMatch(/^W\/"[0-9a-f]{64}"$/);
    expect((await ask()).headers.get("etag")).toBe(answer.headers.get("etag"));
    const now = await answer.json();
    expect(now).toMatchObject({ state: "open", received: [{ number: 2 }], missing: [{ number: 1 }], media: null });
    expect((await send(now.missing[0].url, file.subarray(0, upload.partSize))).status).toBe(204);
    expect((await ask()).headers.get("etag")).not.toBe(answer.headers.get("etag"));
  });

  it("keeps to Content-Digest", async () => {
    const { upload } = await begin(417);
    const [{ url }] = upload.parts;
    const part = file.subarray(0, 417);
    const right = digest(part).digest("base64");
    const wrong = digest(file).digest("base64");
    const put = async (header: string) => {
      const answer = await send(url, part, { "content-digest": header });
      return [answer.status, answer.status === 204 ? null : (await answer.json()).code];
    };
    expect(await put(`sha-256=:${right}:`)).toEqual([204, null]);
    expect(await put(`sha-256=:${wrong}:`)).toEqual([422, "wrong-part"]);
    expect(await put("sha-256=oops")).toEqual([400, "malformed"]);
    expect(await put(`unknown=:${wrong}:`)).toEqual([204, null]);
  });

  it("takes parts only at an address that was signed, for that part, that day, or from a token that may", async () => {
    const { owner, upload } = await begin();
    const { url } = upload.parts[0];
    const other = url.replace("/parts/1?", "/parts/2?");
    const bare = url.split("?")[0];
    for (const forged of [bare, other, url.replace(/expires=\d+/, "expires=99999999999"), `${url}x`])
      expect((await send(forged, file)).status).toBe(401);
    setClock(new Date(Date.now() + 25 * 3600_000));
    expect((await send(url, file.subarray(0, upload.partSize))).status).toBe(401);
    expect((await send(bare, file.subarray(0, upload.partSize), {}, owner.token)).status).toBe(204);
    expect((await send(bare, file, {}, (await makeOwner()).token)).status).toBe(404);
  });

  it("takes no part any more, signed or not, when who began it is suspended", async () => {
    const { owner, upload } = await begin();
    await suspendUser(owner.user, null, new Date());
    expect((await send(upload.parts[0].url, file.subarray(0, upload.partSize))).status).toBe(404);
  });

  it("is refused with fields that are none, and sizes that are none", async () => {
    const owner = await makeOwner();
    const { slug } = await makeShow(owner);
    const said = { filename: "a.mp3", size: 3, type: "audio/mpeg" };
    for (const [change, field] of [
      [{ parts: 3 }, "parts"],
      [{ size: -1 }, "size"],
      [{ size: 1.5 }, "size"],
      [{ size: "3" }, "size"],
      [{ filename: "" }, "filename"],
    ] as const) {
      const answer = await client(owner.token).createUpload(slug, { ...said, ...change });
      expect([answer.status, Object.keys((await answer.json()).fields)]).toEqual([422, [field]]);
    }
  });

  it("says to a part that stalls on its way that it was sent again meanwhile", async () => {
    const { upload } = await begin(417);
    const [{ url }] = upload.parts;
    const { body, begun } = stalling(file.subarray(0, 9));
    const stalled = putPart(new Request(url, { method: "PUT", body, duplex: "half" } as RequestInit), {
      params: Promise.resolve({ id: upload.id, number: "1" }),
    });
    await begun;
    expect((await send(url, file.subarray(0, 417))).status).toBe(204);
    const answer = await stalled;
    expect([answer.status, (await answer.json()).code]).toEqual([409, "conflict"]);
  });

  it("is given up once, and then takes nothing", async () => {
    const { owner, upload } = await begin(417);
    const give = () => call(abort, { id: upload.id }, { method: "DELETE", token: owner.token });
    expect([(await give()).status, (await give()).status]).toEqual([204, 204]);
    expect((await send(upload.parts[0].url, file.subarray(0, 417))).status).toBe(409);
    expect(await finish(owner, upload.id)).toMatchObject({ status: 409, code: "conflict" });
  });

  it("cannot be given up once it is complete", async () => {
    const { owner, upload } = await begin(417);
    await send(upload.parts[0].url, file.subarray(0, 417));
    await finish(owner, upload.id);
    expect((await call(abort, { id: upload.id }, { method: "DELETE", token: owner.token })).status).toBe(409);
  });
});

eachStore("an upload by whatever addresses the store gives", () => {
  it("is whole whether its parts go through the app or straight to the bucket, completed twice at once", async () => {
    const { owner, upload } = await begin();
    for (const { number, url } of upload.parts) {
      const body = file.subarray((number - 1) * upload.partSize, number * upload.partSize);
      const answer = url.includes("/api/v1/") ? await send(url, body) : await fetch(url, { method: "PUT", body });
      expect(answer.ok).toBe(true);
    }
    const state = await (await call(getUpload, { id: upload.id }, { token: owner.token })).json();
    expect(state).toMatchObject({ received: [{ number: 1 }, { number: 2 }], missing: [] });
    const [one, other] = await Promise.all([finish(owner, upload.id), finish(owner, upload.id)]);
    expect(other).toEqual(one);
    const { sha256, state: verdict } = await inspect(one.media);
    expect([verdict, sha256]).toEqual(["ready", digest(file).digest("hex")]);
  });
});
