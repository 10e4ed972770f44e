import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { PART_SIZE } from "@/lib/media/parts";
import { provideStore, store } from "@/lib/media/store";
import { useDatabase } from "@/tests/support/database";
import { makeOwner } from "@/tests/support/people";
import { makeShow } from "@/tests/support/shows";
import { eachStore } from "@/tests/support/stores";
import { mpegFrames } from "@/tests/support/synthetic-audio";
import { begin, complete, inspect, sendPart, uploadOf } from "@/tests/support/uploading";

useDatabase();

const file = mpegFrames(25_000);
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const [first, second] = [file.subarray(0, PART_SIZE), file.subarray(PART_SIZE)];

eachStore("a part that is sent twice at the same moment", () => {
  it("is noted as it lies in the store, though the earlier answer comes later", async () => {
    const owner = await makeOwner();
    const opened = await begin(owner, await makeShow(owner), file.length);
    const real = store();
    const [landed, mayAnswer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let calls = 0;
    // The bytes of the earlier one are in the store; its answer dawdles until the later one is through, or stops it.
    provideStore({
      ...real,
      writePart: async (part, body, signal) => {
        const isEarlier = ++calls === 1;
        const answer = await real.writePart(part, body, signal);
        if (!isEarlier) return answer;
        signal?.addEventListener("abort", () => mayAnswer.resolve());
        landed.resolve();
        await mayAnswer.promise;
        return answer;
      },
    });
    const earlier = expect(sendPart(owner, opened, 1, Buffer.alloc(PART_SIZE, 7))).rejects.toMatchObject({
      code: "conflict",
    });
    await landed.promise;
    await sendPart(owner, opened, 1, first);
    mayAnswer.resolve();
    await earlier;
    provideStore(real);
    await sendPart(owner, opened, 2, second);
    expect(await inspect(await complete(owner, opened))).toMatchObject({ state: "ready", sha256: hashOf(file) });
  });

  it("by many at once is whole in the end", async () => {
    const owner = await makeOwner();
    const opened = await begin(owner, await makeShow(owner), file.length);
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => sendPart(owner, opened, 1, first)));
    expect(tries.some(({ status }) => status === "fulfilled")).toBe(true);
    await sendPart(owner, opened, 2, second);
    expect(await inspect(await complete(owner, opened))).toMatchObject({ state: "ready", sha256: hashOf(file) });
  });

  it("by another process, which ended before it noted that, is asked for again", async () => {
    const owner = await makeOwner();
    const opened = await begin(owner, await makeShow(owner), file.length);
    await sendPart(owner, opened, 1, first);
    await sendPart(owner, opened, 2, second);
    const { key, storeUploadId: uploadId } = await uploadOf(owner, opened);
    await store().writePart({ key, uploadId, number: 1, offset: 0, size: PART_SIZE }, inOne(Buffer.alloc(PART_SIZE)));
    await expect(complete(owner, opened)).rejects.toMatchObject({ code: "upload-incomplete", facts: { missing: [1] } });
    await sendPart(owner, opened, 1, first);
    expect(await inspect(await complete(owner, opened))).toMatchObject({ state: "ready", sha256: hashOf(file) });
  });
});

async function* inOne(bytes: Uint8Array) {
  yield bytes;
}
