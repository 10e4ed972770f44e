import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/(listen)/preview/[token]/[file]/route";
import PreviewPage from "@/app/(listen)/preview/[token]/page";
import { deleteEpisode, publishEpisode } from "@/lib/episodes/mutations";
import { createPreviewLink, revokePreviewLink } from "@/lib/episodes/preview-mutations";
import { findPreview, listPreviewLinks } from "@/lib/episodes/previews";
import { db } from "@/lib/platform/db";
import { deleteShow } from "@/lib/shows/mutations";
import { useDatabase } from "@/tests/support/database";
import { makeOwner, type Person } from "@/tests/support/people";
import { call } from "@/tests/support/requests";
import { makeAudio, makeCompleteShow, makeDraft, showOf } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

useDatabase();
useStore();

const now = new Date();
const inDays = (days: number) => new Date(now.getTime() + days * 24 * 3600_000);

let owner: Person;
beforeAll(async () => {
  owner = await makeOwner();
});

async function scene() {
  const show = await makeCompleteShow(owner);
  const draft = await makeDraft(owner, show, { media: (await makeAudio(show)).id });
  const link = await createPreviewLink(draft, 7, now);
  const token = link.address.slice(link.address.lastIndexOf("/") + 1);
  return { show, draft, link, token };
}

const listen = (token: string, file = "audio.mp3", headers: Record<string, string> = {}) =>
  call(GET, { token, file }, { headers });

describe("a guest's link", () => {
  it("shows the notes as they will be: places in the recording can be gone to", async () => {
    const { draft, token } = await scene();
    await db().episode.update({ where: { id: draft.id }, data: { notes: "<p>At 0:30 a guest, at 59:00 nobody</p>" } });
    const html = renderToStaticMarkup(await PreviewPage({ params: Promise.resolve({ token }) }));
    expect(html).toContain('<p>At <a class="seek" href="#t=30">0:30</a> a guest, at 59:00 nobody</p>');
    await db().episode.update({ where: { id: draft.id }, data: { audioId: null } });
    expect(renderToStaticMarkup(await PreviewPage({ params: Promise.resolve({ token }) }))).toContain("At 0:30 a");
  });

  it("opens its episode until its time is over", async () => {
    const { draft, token } = await scene();
    expect((await findPreview(token, inDays(6.9)))?.episode.id).toBe(draft.id);
    expect(await findPreview(token, inDays(7))).toBeNull();
    expect(await findPreview(`${token}x`, now)).toBeNull();
    expect(await findPreview("", now)).toBeNull();
  });

  it("goes on when the episode is published, with the same page to see", async () => {
    const { draft, token } = await scene();
    await publishEpisode(draft, null, now);
    expect((await findPreview(token, now))?.episode.publishAt).toEqual(now);
  });

  it.each<[string, (the: Awaited<ReturnType<typeof scene>>) => Promise<unknown>]>([
    ["revoked", ({ draft, link }) => revokePreviewLink(draft, link.id, now)],
    ["of a deleted episode", ({ draft }) => deleteEpisode(draft, now)],
    ["of a deleted show", async ({ show }) => deleteShow(await showOf(owner, show), now)],
    [
      "of an episode that the house took down",
      ({ draft }) => db().episode.update({ where: { id: draft.id }, data: { takenDownAt: now } }),
    ],
    [
      "of a hidden workspace",
      ({ show }) => db().workspace.update({ where: { id: show.workspaceId }, data: { hiddenAt: now } }),
    ],
  ])("%s opens nothing", async (_, end) => {
    const the = await scene();
    expect((await listen(the.token)).status).toBe(200);
    await end(the);
    expect(await findPreview(the.token, now)).toBeNull();
    expect((await listen(the.token)).status).toBe(404);
    await db().workspace.update({ where: { id: the.show.workspaceId }, data: { hiddenAt: null } });
  });

  it("is kept as a hash alone, and is listed while it works with who made it", async () => {
    const { draft, link, token } = await scene();
    expect(JSON.stringify(await db().previewLink.findMany())).not.toContain(token);
    const events = await db().auditEvent.findMany({ where: { targetId: link.id } });
    expect(JSON.stringify(events)).not.toContain(token);
    const shorter = await createPreviewLink(draft, 1, now);
    expect((await listPreviewLinks(draft, now)).map(({ id }) => id)).toEqual([shorter.id, link.id]);
    expect((await listPreviewLinks(draft, inDays(2))).map(({ id }) => id)).toEqual([link.id]);
    await revokePreviewLink(draft, link.id, now);
    expect(await listPreviewLinks(draft, inDays(2))).toEqual([]);
  });

  it("of another episode cannot be revoked by this one", async () => {
    const [one, other] = [await scene(), await scene()];
    await revokePreviewLink(one.draft, other.link.id, now);
    expect(await findPreview(other.token, now)).not.toBeNull();
  });
});

describe("a previewed file", () => {
  it("is private, kept by nobody, and has ranges", async () => {
    const { token, draft } = await scene();
    const whole = await listen(token);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
      "content-type": "audio/mpeg",
      "content-length": String(draft.audio?.bytes),
    });
    expect(whole.headers.get("access-control-allow-origin")).toBeNull();
    const bytes = Buffer.from(await whole.arrayBuffer());
    const part = await listen(token, "audio.mp3", { range: "bytes=2-5" });
    expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 2-5/${bytes.length}`]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(2, 6));
  });

  it.each(["audio.wav", "artwork.jpg", "audio", "..", "constructor"])("is not called %j", async (name) => {
    const { token } = await scene();
    expect((await listen(token, name)).status).toBe(404);
  });
});
