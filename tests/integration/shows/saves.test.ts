import { describe, expect, it } from "vitest";
import { sweepDeleted } from "@/lib/episodes/sweep";
import { store } from "@/lib/media/store";
import { sweepLeftovers } from "@/lib/media/sweep";
import { db } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { changeShow, deleteShow, restoreShow } from "@/lib/shows/mutations";
import { podcastGuid } from "@/lib/shows/podcast-guid";
import { findDeletedShowFor, findShowAt, findShowFor } from "@/lib/shows/queries";
import { showChangesSchema } from "@/lib/shows/schema";
import { ObjectMissing } from "@/lib/storage/port";
import { appUrl } from "@/tests/support/app-url";
import { useDatabase } from "@/tests/support/database";
import { makeMember, makeOwner } from "@/tests/support/people";
import { makeCompleteShow, makeDraft, makePublished, makeShow, present, showOf } from "@/tests/support/shows";
import { inChunks, useStore } from "@/tests/support/stores";
import { begin, booked } from "@/tests/support/uploading";

const DAY = 24 * 3600_000;

describe("saving a show", () => {
  useDatabase();
  useStore();

  it("takes its defaults from the workspace and from Apple", async () => {
    const owner = await makeOwner({ name: "Ada Audio" });
    expect(await makeShow(owner)).toMatchObject({ author: "Ada Audio", explicit: false, type: "episodic", version: 1 });
  });

  it("is refused when somebody saved in between, with who saved what, and loses nothing", async () => {
    const owner = await makeOwner();
    const editor = await makeMember(owner.workspaceId, "editor", "Edith Editor");
    const show = await makeShow(owner);
    const theirs = await showOf(owner, show);
    const change = (title: string) => showChangesSchema.parse({ title });
    await changeShow(present(await findShowFor(editor.actor, show.slug, "editor")), 1, change("Edith’s"), new Date());
    await expect(changeShow(theirs, theirs.version, change("Mine"), new Date())).rejects.toMatchObject({
      code: "stale",
      message: expect.stringMatching(/^Edith Editor saved this show/),
      facts: { version: 2, savedBy: "Edith Editor", changed: { title: ["Night Train", "Edith’s"] } },
    });
    expect((await showOf(owner, show)).title).toBe("Edith’s");
    expect(await db().auditEvent.count({ where: { targetId: show.id, act: "changeShow" } })).toBe(1);
  });

  it("lets one of two saves at once through", async () => {
    const owner = await makeOwner();
    const show = await makeShow(owner);
    const saves = ["One", "Two"].map((title) => changeShow(show, 1, showChangesSchema.parse({ title }), new Date()));
    const outcomes = (await Promise.allSettled(saves)).map(({ status }) => status).sort();
    expect(outcomes).toEqual(["fulfilled", "rejected"]);
  });

  it("refuses to blank the description while episodes are out, and only then", async () => {
    const owner = await makeOwner();
    const show = await makeCompleteShow(owner);
    const blank = showChangesSchema.parse({ description: " " });
    const { version } = await changeShow(show, show.version, blank, new Date());
    await changeShow(show, version, showChangesSchema.parse({ description: "Again." }), new Date());
    await makePublished(owner, show);
    const busy = await showOf(owner, show);
    await expect(changeShow(busy, busy.version, blank, new Date())).rejects.toMatchObject({ code: "conflict" });
  });

  it("refuses to become serial while an episode that is out has no number", async () => {
    const owner = await makeOwner();
    const show = await makeCompleteShow(owner);
    await makePublished(owner, show, { type: "trailer" });
    await makeDraft(owner, show);
    const serial = showChangesSchema.parse({ type: "serial" });
    const { version } = await changeShow(show, show.version, serial, new Date());
    await changeShow(show, version, showChangesSchema.parse({ type: "episodic" }), new Date());
    await makePublished(owner, show, { title: "Without number" });
    const refused = changeShow(show, version + 1, serial, new Date());
    await expect(refused).rejects.toMatchObject({ code: "conflict", facts: { field: "type" } });
  });

  it("leaves control characters out of what people paste", () => {
    expect(showChangesSchema.parse({ title: " a\0b\n c ", description: "x\0\r\ny" })).toEqual({
      title: "ab c",
      description: "x\ny",
    });
  });
});

describe("the podcast:guid", () => {
  useDatabase();

  it("is made of a public address, is random elsewhere, and stays when the show moves", async () => {
    const owner = await makeOwner();
    const { podcastGuid: random } = await makeShow(owner, { slug: "at-home" });
    expect(random).not.toBe(podcastGuid(`${settings().appUrl}/at-home/feed.xml`));
    appUrl("https://pod.radio.example.org");
    const show = await makeShow(owner, { slug: "on-air" });
    expect(show.podcastGuid).toBe(podcastGuid("pod.radio.example.org/on-air/feed.xml"));
    const moved = await changeShow(show, 1, showChangesSchema.parse({ slug: "off-air" }), new Date());
    expect(moved.podcastGuid).toBe(show.podcastGuid);
  });
});

describe("deleting a show", () => {
  useDatabase();
  useStore();

  it("can be undone for thirty days, is nothing meanwhile, and gone after", async () => {
    const owner = await makeOwner();
    const show = await makeCompleteShow(owner);
    await makePublished(owner, show);
    const now = new Date();
    const inDays = (days: number) => new Date(now.getTime() + days * DAY);
    await deleteShow(show, now);
    expect(await findShowFor(owner.actor, show.slug, "analyst")).toBeNull();
    expect(await findShowAt(show.slug, inDays(29.9))).toBeNull();
    expect(await findShowAt(show.slug, inDays(30))).toEqual({ gone: true });
    expect(await findDeletedShowFor(owner.actor, show.slug, "admin", inDays(30))).toBeNull();
    const deleted = present(await findDeletedShowFor(owner.actor, show.slug, "admin", inDays(29.9)));
    await expect(restoreShow(deleted, inDays(31))).rejects.toMatchObject({ code: "gone" });
    await restoreShow(deleted, inDays(29.9));
    expect(await findShowAt(show.slug, inDays(31))).toMatchObject({ found: { id: show.id, title: show.title } });
  });

  it("is swept after thirty days: files, rows and quota go, the address stays taken and gone", async () => {
    const owner = await makeOwner();
    const show = await makeCompleteShow(owner);
    const episode = await makePublished(owner, show);
    const open = await begin(owner, show, 1000);
    const now = new Date();
    const after = new Date(now.getTime() + 30 * DAY + 1);
    await deleteShow(await showOf(owner, show), now);
    await sweepDeleted(new Date(now.getTime() + 30 * DAY - 1));
    expect(await db().episode.count({ where: { showId: show.id } })).toBe(1);
    await sweepDeleted(after);
    await sweepLeftovers(after);
    expect(await db().episode.count({ where: { showId: show.id } })).toBe(0);
    expect(await store().head(episode.audio?.key ?? "")).toBeNull();
    const part = { key: open.key, uploadId: open.storeUploadId, number: 1, offset: 0, size: 1 };
    await expect(store().writePart(part, inChunks(Buffer.from("x")))).rejects.toThrow(ObjectMissing);
    expect(await booked(owner)).toEqual({ stored: 0, reserved: 0 });
    expect(await findShowAt(show.slug, after)).toEqual({ gone: true });
    await expect(makeShow(owner, { slug: show.slug })).rejects.toMatchObject({ code: "conflict" });
  });
});
