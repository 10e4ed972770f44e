import { describe, expect, it } from "vitest";
import { GET, HEAD } from "@/app/media/[...path]/route";
import { changeEpisode } from "@/lib/episodes/mutations";
import { artworkAddress, audioAddress } from "@/lib/media/addresses";
import { setShowArtwork } from "@/lib/media/artwork-mutations";
import { store } from "@/lib/media/store";
import { setClock } from "@/tests/support/clock";
import { useDatabase } from "@/tests/support/database";
import { makeMember, makeOwner } from "@/tests/support/people";
import { picture } from "@/tests/support/pictures";
import { call, type Said } from "@/tests/support/requests";
import { episodeOf, makeAudio, makeCompleteShow, makeDraft, makePublished, present } from "@/tests/support/shows";
import { bytesOf, eachStore, useStore } from "@/tests/support/stores";

useDatabase();

const pathOf = (address: string) => new URL(address).pathname.split("/").slice(2);
const ask = (path: string[], said: Said = {}) => call(said.method === "HEAD" ? HEAD : GET, { path }, said);

async function makeHouse() {
  const owner = await makeOwner();
  const show = await makeCompleteShow(owner);
  const episode = await makePublished(owner, show);
  const audio = present(episode.audio);
  return { owner, show, episode, audio, path: pathOf(audioAddress(audio)) };
}

eachStore("published audio", () => {
  it("is there for everybody, whole and in ranges, under its hash", async () => {
    const { audio, path } = await makeHouse();
    const whole = await ask(path);
    const bytes = await bytesOf(whole.body);
    expect(whole.status).toBe(200);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      "content-type": "audio/mpeg",
      "content-length": `${audio.bytes}`,
      "accept-ranges": "bytes",
      "cache-control": "public, max-age=3600",
      etag: `"${audio.sha256}"`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "access-control-allow-origin": "*",
    });
    const part = await ask(path, { headers: { range: "bytes=4-8" } });
    expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 4-8/${audio.bytes}`]);
    expect(await bytesOf(part.body)).toEqual(bytes.subarray(4, 9));
    const head = await ask(path, { method: "HEAD", headers: { range: "bytes=4-8" } });
    expect([head.status, head.headers.get("content-length"), head.body]).toEqual([200, `${audio.bytes}`, null]);
    expect((await ask(path, { headers: { "if-none-match": `"${audio.sha256}"` } })).status).toBe(304);
    expect((await ask(path, { headers: { range: "bytes=9999-" } })).status).toBe(416);
  });

  it("that the store lost is a 404, not an empty file", async () => {
    const { audio, path } = await makeHouse();
    await store().delete(audio.key);
    expect((await ask(path)).status).toBe(404);
  });
});

describe("a file", () => {
  useStore();

  it("of a draft is there for members alone, and nobody keeps it", async () => {
    const { owner, show } = await makeHouse();
    const draft = await makeDraft(owner, show, { media: (await makeAudio(show)).id });
    const path = pathOf(audioAddress(present(draft.audio)));
    const { token } = await makeMember(owner.workspaceId, "analyst");
    const answer = await ask(path, { token });
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    for (const stranger of [null, "lw_wrong", (await makeOwner()).token])
      expect((await ask(path, { token: stranger })).status).toBe(404);
  });

  it("of a scheduled episode is there for strangers from its moment on", async () => {
    const { owner, show } = await makeHouse();
    const at = new Date("2100-06-01T00:00:00Z");
    const path = pathOf(audioAddress(present((await makePublished(owner, show, {}, at)).audio)));
    setClock("2100-05-31T23:59:59.999Z");
    expect((await ask(path)).status).toBe(404);
    setClock(at);
    expect((await ask(path)).headers.get("cache-control")).toBe("public, max-age=3600");
  });

  it("that was replaced answers at its old address for thirty days, the new one at once", async () => {
    const { owner, show, episode, path } = await makeHouse();
    const media = (await makeAudio(show)).id;
    await changeEpisode(episode, episode.version, { media }, new Date());
    const renewed = pathOf(audioAddress(present((await episodeOf(owner, episode)).audio)));
    expect([(await ask(path)).status, (await ask(renewed)).status]).toEqual([200, 200]);
    setClock(new Date(Date.now() + 31 * 24 * 3600_000));
    expect([(await ask(path)).status, (await ask(renewed)).status]).toEqual([404, 200]);
  });

  it("that is artwork never changes at its address, and new artwork has a new one", async () => {
    const { show } = await makeHouse();
    const before = artworkAddress(present(show.artwork));
    const after = artworkAddress(await setShowArtwork(show, await picture(1600), new Date()));
    expect(after).not.toBe(before);
    const answer = await ask(pathOf(after));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "cache-control": "public, max-age=31536000, immutable",
    });
    expect((await bytesOf(answer.body)).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect((await ask(pathOf(before))).status).toBe(200);
  });

  it("is at its whole address and nowhere else", async () => {
    const { audio, path, show } = await makeHouse();
    const artwork = present(show.artwork);
    const elsewhere = [
      [],
      ["audio"],
      ["audio", audio.id],
      ["audio", `${audio.id}.m4a`],
      ["audio", `${audio.id}.MP3`],
      ["audio", `${audio.id.toUpperCase()}.mp3`],
      ["artwork", `${audio.id}.mp3`],
      [...path, "more"],
      ["audio", "..", ...path],
      ["artwork", `${artwork.id}.jpg`],
      ["artwork", `${artwork.id}-000000000000.jpg`],
      ["audio", "%E0%A4%A"],
      ["audio", "\0"],
      ["audio", "0198c0de-0000-7000-8000-000000000001.mp3"],
    ];
    for (const wrong of elsewhere) expect([wrong, (await ask(wrong)).status]).toEqual([wrong, 404]);
    expect((await ask(path)).status).toBe(200);
  });
});
