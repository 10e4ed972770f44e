import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { learnParts } from "@/lib/media/part-mutations";
import { PART_SIZE } from "@/lib/media/parts";
import { provideStore, store } from "@/lib/media/store";
import { db } from "@/lib/platform/db";
import { useDatabase } from "@/tests/support/database";
import { makeOwner } from "@/tests/support/people";
import { makeShow } from "@/tests/support/shows";
import { bytesOf, eachStore, useStore } from "@/tests/support/stores";
import { mpegFrames } from "@/tests/support/synthetic-audio";
import { begin, booked, complete, inspect, sendAll, sendPart, upload, uploadOf } from "@/tests/support/uploading";

useDatabase();

/** Two whole parts and a piece of a third. */
const long = mpegFrames(41_000);
const short = mpegFrames(200);
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

eachStore("the road of an upload", () => {
  it("makes of three parts the very bytes that were sent, measured", async () => {
    const owner = await makeOwner();
    const media = await upload(owner, await makeShow(owner), long, hashOf(long));
    expect(media).toMatchObject({ state: "ready", reason: null, type: "audio/mpeg", extension: "mp3" });
    expect(media).toMatchObject({ sha256: hashOf(long), bytes: BigInt(long.length) });
    expect(media.duration).toBeCloseTo((41_000 * 1152) / 44_100, 0);
    const kept = await bytesOf(await store().read(media.key, null, new AbortController().signal));
    expect(hashOf(kept)).toBe(hashOf(long));
  });

  it("puts bytes aside when it begins and books them when it is complete", async () => {
    const owner = await makeOwner();
    const opened = await begin(owner, await makeShow(owner), short.length);
    expect(await booked(owner)).toEqual({ stored: 0, reserved: short.length });
    await sendAll(owner, opened, short);
    expect(await booked(owner)).toEqual({ stored: 0, reserved: short.length });
    const media = await complete(owner, opened);
    expect(await booked(owner)).toEqual({ stored: short.length, reserved: 0 });
    await inspect(media);
    expect(await booked(owner)).toEqual({ stored: short.length, reserved: 0 });
  });

  it("takes parts in any order, and again", async () => {
    const owner = await makeOwner();
    const opened = await begin(owner, await makeShow(owner), PART_SIZE + short.length);
    const file = Buffer.concat([long.subarray(0, PART_SIZE), short]);
    await sendPart(owner, opened, 2, file.subarray(PART_SIZE));
    await sendPart(owner, opened, 1, Buffer.alloc(PART_SIZE));
    await sendPart(owner, opened, 1, file.subarray(0, PART_SIZE));
    const media = await inspect(await complete(owner, opened, hashOf(file)));
    expect(media.sha256).toBe(hashOf(file));
  });

  it("gives the same answer when it is completed twice, and two at once make one asset", async () => {
    const owner = await makeOwner();
    const opened = await begin(owner, await makeShow(owner), short.length);
    await sendAll(owner, opened, short);
    const [one, other] = await Promise.all([complete(owner, opened), complete(owner, opened)]);
    const again = await complete(owner, opened);
    expect([other.id, again.id]).toEqual([one.id, one.id]);
    expect(await db().media.count({ where: { uploadId: opened.id } })).toBe(1);
    expect(await booked(owner)).toEqual({ stored: short.length, reserved: 0 });
  });

  it("inspects twice to the same end", async () => {
    const owner = await makeOwner();
    const media = await upload(owner, await makeShow(owner), short);
    expect(await inspect(media)).toEqual(media);
    expect(await db().auditEvent.count({ where: { act: "inspectMedia", targetId: media.id } })).toBe(1);
  });

  it("forgets a part while it is sent again, so that a broken second try is asked for", async () => {
    const owner = await makeOwner();
    const opened = await begin(owner, await makeShow(owner), short.length);
    await sendPart(owner, opened, 1, short);
    await expect(sendPart(owner, opened, 1, short.subarray(1))).rejects.toMatchObject({ code: "wrong-part" });
    expect((await uploadOf(owner, opened)).parts).toEqual([]);
    await expect(complete(owner, opened)).rejects.toMatchObject({ code: "upload-incomplete" });
  });
});

describe("an upload that is complete", () => {
  useStore();

  it("learns of no more parts, were they listed a moment before", async () => {
    const owner = await makeOwner();
    const opened = await begin(owner, await makeShow(owner), short.length);
    await sendAll(owner, opened, short);
    const real = store();
    const listParts = async () => {
      provideStore(real); // completing asks for the list itself
      await complete(owner, opened);
      return [{ number: 1, size: short.length, etag: "another" }];
    };
    provideStore({ ...real, listParts, presignPart: async () => "" });
    await learnParts(await uploadOf(owner, opened), new Date());
    expect((await uploadOf(owner, opened)).parts).toMatchObject([{ sha256: hashOf(short) }]);
  });

  it("answers a part that comes late as it did before", async () => {
    const owner = await makeOwner();
    const opened = await begin(owner, await makeShow(owner), short.length);
    const before = await sendPart(owner, opened, 1, short);
    await complete(owner, opened);
    expect(await sendPart(owner, opened, 1, short)).toEqual(before);
  });

  it("says that its audio was deleted when it was", async () => {
    const owner = await makeOwner();
    const opened = await begin(owner, await makeShow(owner), short.length);
    await sendAll(owner, opened, short);
    const media = await complete(owner, opened);
    await db().media.delete({ where: { id: media.id } });
    await expect(complete(owner, opened)).rejects.toMatchObject({ code: "gone" });
  });
});
