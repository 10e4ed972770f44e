import { afterEach, expect, it } from "vitest";
import { signed } from "@/lib/accounts/actor";
import { attachArrived } from "@/lib/episodes/arrival";
import { abortUpload } from "@/lib/media/mutations";
import { PART_SIZE } from "@/lib/media/parts";
import { findMediaFor } from "@/lib/media/queries";
import { provideStore, store } from "@/lib/media/store";
import { carryOn, sweepLeftovers, sweepUploads } from "@/lib/media/sweep";
import { db } from "@/lib/platform/db";
import { ObjectMissing, type ObjectStore, StoreUnavailable } from "@/lib/storage/port";
import { useDatabase } from "@/tests/support/database";
import { makeOwner } from "@/tests/support/people";
import { makeShow } from "@/tests/support/shows";
import { eachStore, inChunks } from "@/tests/support/stores";
import { mpegFrames } from "@/tests/support/synthetic-audio";
import { begin, booked, complete, inspect, sendAll, sendPart, uploadOf } from "@/tests/support/uploading";

useDatabase();

const short = mpegFrames(200);
const DAY = 24 * 3600_000;
const later = (days: number) => new Date(Date.now() + days * DAY);

class Crash extends Error {}

eachStore("an upload cut off", (opened) => {
  afterEach(() => provideStore(opened().store));

  /** The process dies just before, or just after, it asked this of the store. */
  function crash(verb: "writePart" | "completeParts", when: "before" | "after"): void {
    const real = opened().store;
    const dying = async (...given: Parameters<ObjectStore[typeof verb]>) => {
      if (when === "after") await (real[verb] as (...given: unknown[]) => Promise<unknown>)(...given);
      throw new Crash();
    };
    provideStore({ ...real, [verb]: dying });
  }

  const restart = () => provideStore(opened().store);

  it.each(["before", "after"] as const)("%s a part is durable lacks that part, and takes it again", async (when) => {
    const owner = await makeOwner();
    const upload = await begin(owner, await makeShow(owner), short.length);
    crash("writePart", when);
    await expect(sendPart(owner, upload, 1, short)).rejects.toThrow(Crash);
    expect((await uploadOf(owner, upload)).parts).toEqual([]);
    restart();
    await sendPart(owner, upload, 1, short);
    expect((await inspect(await complete(owner, upload))).state).toBe("ready");
  });

  it.each(["before", "after"] as const)(
    "%s the store joined its parts is carried on by the next start",
    async (when) => {
      const owner = await makeOwner();
      const upload = await begin(owner, await makeShow(owner), short.length);
      await sendAll(owner, upload, short);
      crash("completeParts", when);
      await expect(complete(owner, upload)).rejects.toThrow(Crash);
      expect(await db().media.count({ where: { uploadId: upload.id } })).toBe(0);
      restart();
      await carryOn(new Date(), attachArrived);
      const media = await db().media.findUniqueOrThrow({ where: { uploadId: upload.id } });
      expect(await booked(owner)).toEqual({ stored: short.length, reserved: 0 });
      expect((await inspect(media)).state).toBe("ready");
    },
  );

  it("before the store joined its parts is carried on by the next call too", async () => {
    const owner = await makeOwner();
    const upload = await begin(owner, await makeShow(owner), short.length);
    await sendAll(owner, upload, short);
    crash("completeParts", "before");
    await expect(complete(owner, upload)).rejects.toThrow(Crash);
    restart();
    expect((await inspect(await complete(owner, upload))).state).toBe("ready");
  });

  const stuck = async () => {
    const owner = await makeOwner();
    const upload = await begin(owner, await makeShow(owner), short.length);
    await sendAll(owner, upload, short);
    provideStore({ ...opened().store, completeParts: () => Promise.reject(new StoreUnavailable("It is away.")) });
    await expect(complete(owner, upload)).rejects.toThrow(StoreUnavailable);
    restart();
    return { owner, upload };
  };

  it("by a store that was away when it was to be completed is completed by the next sweep but one", async () => {
    const { owner, upload } = await stuck();
    await sweepUploads(new Date(), attachArrived);
    expect((await uploadOf(owner, upload)).state).toBe("completing");
    await sweepUploads(new Date(Date.now() + 11 * 60_000), attachArrived);
    expect((await uploadOf(owner, upload)).state).toBe("completed");
    expect(await booked(owner)).toEqual({ stored: short.length, reserved: 0 });
  });

  it("by a store that was away when it was to be completed may be given up, with its parts and its room", async () => {
    const { owner, upload } = await stuck();
    const held = await uploadOf(owner, upload);
    await abortUpload(held, signed(held), new Date());
    expect(await booked(owner)).toEqual({ stored: 0, reserved: 0 });
    await expect(complete(owner, upload)).rejects.toMatchObject({ code: "conflict" });
    const { key, storeUploadId: uploadId } = upload;
    const target = { key, uploadId, number: 1, offset: 0, size: short.length };
    await expect(store().writePart(target, inChunks(short))).rejects.toThrow(ObjectMissing);
  });

  it("by a store that never completes it is tried again for seven days, and then swept", async () => {
    const { owner, upload } = await stuck();
    provideStore({ ...opened().store, completeParts: () => Promise.reject(new StoreUnavailable("It is away.")) });
    for (const days of [1, 3, 5, 6.9]) await sweepUploads(later(days), attachArrived);
    expect((await uploadOf(owner, upload)).state).toBe("completing");
    await sweepUploads(later(7.1), attachArrived);
    expect((await uploadOf(owner, upload)).state).toBe("aborted");
    expect(await booked(owner)).toEqual({ stored: 0, reserved: 0 });
  });

  it("that was given up while its parts were joined leaves no object behind", async () => {
    const owner = await makeOwner();
    const upload = await begin(owner, await makeShow(owner), short.length);
    await sendAll(owner, upload, short);
    const real = opened().store;
    const held = await uploadOf(owner, upload);
    provideStore({
      ...real,
      completeParts: async (...given) => {
        await real.completeParts(...given);
        await abortUpload(held, signed(held), new Date());
      },
    });
    await expect(complete(owner, upload)).rejects.toMatchObject({ code: "gone" });
    restart();
    await sweepLeftovers(later(1));
    expect(await store().head(upload.key)).toBeNull();
    expect(await booked(owner)).toEqual({ stored: 0, reserved: 0 });
  });

  it("before its inspection is inspected after the next start, by a job", async () => {
    const owner = await makeOwner();
    const upload = await begin(owner, await makeShow(owner), short.length);
    await sendAll(owner, upload, short);
    const { id } = await complete(owner, upload);
    const jobs = async () => {
      const found = await db().$queryRaw<{ data: { mediaId: string } }[]>`
        SELECT data FROM pgboss.job WHERE name = 'inspect-media'`;
      return found.filter(({ data }) => data.mediaId === id).length;
    };
    expect(await jobs()).toBe(1);
    await carryOn(new Date(), attachArrived);
    expect(await jobs()).toBe(2);
    expect(await findMediaFor(owner.actor, id, "analyst")).toMatchObject({ state: "checking" });
  });

  it("by a store that is away puts no bytes aside", async () => {
    const owner = await makeOwner();
    const show = await makeShow(owner);
    const away = () => Promise.reject(new StoreUnavailable("The store is away."));
    provideStore({ ...opened().store, createParts: away });
    await expect(begin(owner, show, short.length)).rejects.toThrow(StoreUnavailable);
    expect(await booked(owner)).toEqual({ stored: 0, reserved: 0 });
  });

  it("while a store is away leaves a part missing, and the inspection to be tried again", async () => {
    const owner = await makeOwner();
    const upload = await begin(owner, await makeShow(owner), short.length);
    await sendAll(owner, upload, short);
    const media = await complete(owner, upload);
    provideStore({ ...opened().store, read: () => Promise.reject(new StoreUnavailable("The store is away.")) });
    await expect(inspect(media)).rejects.toThrow(StoreUnavailable);
    restart();
    expect((await inspect(media)).state).toBe("ready");
  });

  it("for seven days is swept with its parts, and its room given back; one touched later stays", async () => {
    const owner = await makeOwner();
    const show = await makeShow(owner);
    const forgotten = await begin(owner, show, short.length);
    await sendAll(owner, forgotten, short);
    const alive = await begin(owner, show, short.length);
    await db().upload.update({ where: { id: alive.id }, data: { touchedAt: later(1) } });
    await sweepUploads(later(6.9), attachArrived);
    expect(await booked(owner)).toEqual({ stored: 0, reserved: 2 * short.length });
    await sweepUploads(later(7.1), attachArrived);
    expect(await booked(owner)).toEqual({ stored: 0, reserved: short.length });
    expect((await uploadOf(owner, forgotten)).state).toBe("aborted");
    const target = { key: forgotten.key, uploadId: forgotten.storeUploadId, number: 1, offset: 0, size: short.length };
    await expect(store().writePart(target, inChunks(short))).rejects.toThrow(ObjectMissing);
  });

  it("by a store that lost its parts is given up with its room, and says so", async () => {
    const owner = await makeOwner();
    const upload = await begin(owner, await makeShow(owner), short.length);
    await sendAll(owner, upload, short);
    await store().abortParts(upload.key, upload.storeUploadId);
    const lost = { code: "conflict", message: expect.stringMatching(/has lost the parts/) };
    await expect(complete(owner, upload)).rejects.toMatchObject(lost);
    expect((await uploadOf(owner, upload)).state).toBe("aborted");
    expect(await booked(owner)).toEqual({ stored: 0, reserved: 0 });
  });

  it("by damage to what is stored is refused, naming the part", async () => {
    const owner = await makeOwner();
    const file = mpegFrames(21_000);
    const upload = await begin(owner, await makeShow(owner), file.length);
    await sendAll(owner, upload, file);
    const media = await complete(owner, upload);
    const damaged = Buffer.from(file);
    damaged[PART_SIZE + 300] = 7;
    await store().write(media.key, damaged, damaged.length);
    expect(await inspect(media)).toMatchObject({
      state: "refused",
      reason: "Part 2 of the file was damaged on its way. Upload it again.",
    });
  });

  it("by the loss of its object is refused with a sentence", async () => {
    const owner = await makeOwner();
    const upload = await begin(owner, await makeShow(owner), short.length);
    await sendAll(owner, upload, short);
    const media = await complete(owner, upload);
    await store().delete(media.key);
    expect(await inspect(media)).toMatchObject({
      state: "refused",
      reason: expect.stringMatching(/no longer in the store/),
    });
    await sweepLeftovers(new Date());
    expect(await booked(owner)).toEqual({ stored: 0, reserved: 0 });
  });
});
