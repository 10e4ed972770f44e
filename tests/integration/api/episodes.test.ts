import { describe, expect, it } from "vitest";
import { PUT as putArtwork, DELETE as removeArtwork } from "@/app/api/v1/episodes/[id]/artwork/route";
import { POST as restore } from "@/app/api/v1/episodes/[id]/restoration/route";
import { useDatabase } from "@/tests/support/database";
import { makeOwner } from "@/tests/support/people";
import { picture } from "@/tests/support/pictures";
import { call } from "@/tests/support/requests";
import { makeAudio, makeCompleteShow, makeShow } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";
import { client } from "./house";

useDatabase();
useStore();

async function makeHouse() {
  const owner = await makeOwner();
  const show = await makeCompleteShow(owner);
  const audio = await makeAudio(show);
  return { owner, show, audio, api: client(owner.token) };
}

describe("an episode by program", () => {
  it("is made, published and taken back", async () => {
    const { show, audio, api } = await makeHouse();
    const answer = await api.createEpisode(show.slug, {
      title: "Pilot",
      notes: "<p>Hi</p>",
      media: audio.id,
      number: 1,
    });
    const made = await answer.json();
    expect([answer.status, answer.headers.get("location")]).toEqual([201, `/api/v1/episodes/${made.id}`]);
    expect(made).toMatchObject({
      ...{ slug: "pilot", state: "draft", title: "Pilot", notes: "<p>Hi</p>", season: null, number: 1, type: "full" },
      ...{ media: audio.id, explicit: null, artwork: null, publishAt: null, show: show.slug },
      guid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      enclosure: {
        url: `http://localhost:3000/media/audio/${audio.id}.mp3`,
        length: Number(audio.bytes),
        type: "audio/mpeg",
      },
      links: { page: `http://localhost:3000/${show.slug}/pilot` },
    });
    expect(await (await api.publish(made.id, {})).json()).toMatchObject({ state: "published", guid: made.guid });
    expect(await (await api.unpublish(made.id)).json()).toMatchObject({ state: "unpublished" });
    const scheduled = await (await api.publish(made.id, { at: "2199-12-01T06:00:00+01:00" })).json();
    expect(scheduled).toMatchObject({ state: "scheduled", publishAt: "2199-12-01T05:00:00.000Z" });
    const dated = await (await api.publish(made.id, { at: "2001-02-03T04:05:06Z" })).json();
    expect(dated).toMatchObject({ state: "published", publishAt: "2001-02-03T04:05:06.000Z" });
  });

  it.each([
    ["2026-12-01T06:00:00"],
    ["2026-12-01"],
    ["tomorrow"],
    [""],
    [7],
    ["0000-01-01T00:00:00Z"],
    ["9999-12-31T23:59:59-12:00"],
  ])("is not published at %j", async (at) => {
    const { show, audio, api } = await makeHouse();
    const { id } = await (await api.createEpisode(show.slug, { title: "A", media: audio.id })).json();
    const answer = await api.publish(id, { at });
    expect([answer.status, (await answer.json()).code]).toEqual([422, "invalid"]);
  });

  it("is kept from being published by all reasons at once", async () => {
    const owner = await makeOwner();
    const api = client(owner.token);
    const { id } = await (await api.createEpisode((await makeShow(owner)).slug, { title: "A" })).json();
    const answer = await api.publish(id, {});
    expect([answer.status, await answer.json()]).toMatchObject([
      409,
      {
        code: "not-publishable",
        reasons: [
          { code: "show-description", sentence: "The show has no description yet." },
          { code: "show-artwork", sentence: "The show has no artwork yet." },
          { code: "episode-audio", sentence: "The episode has no audio yet." },
        ],
      },
    ]);
  });

  it("is changed on the version it was read at", async () => {
    const { show, api } = await makeHouse();
    const { id } = await (await api.createEpisode(show.slug, { title: "A" })).json();
    expect((await api.changeEpisode(id, { title: "B" })).status).toBe(428);
    const tag = (await api.episode(id)).headers.get("etag") ?? "";
    expect((await api.changeEpisode(id, { title: "B" }, tag)).headers.get("etag")).toBe('"v2"');
    const stale = await api.changeEpisode(id, { title: "C" }, tag);
    expect([stale.status, await stale.json()]).toMatchObject([412, { code: "stale", changed: { title: ["A", "B"] } }]);
  });

  const refusals: [what: object, field: string][] = [
    [{ audio: "x" }, "audio"],
    [{ title: "" }, "title"],
    [{ number: 0 }, "number"],
    [{ season: 1.5 }, "season"],
    [{ type: "special" }, "type"],
    [{ media: "x" }, "media"],
    [{ media: "0198c0de-0000-7000-8000-000000000001" }, "media"],
    [{ slug: "feed" }, "slug"],
    [{ notes: "x".repeat(100_001) }, "notes"],
    [{ notes: "&".repeat(50_000) }, "notes"],
  ];
  it.each(refusals)("is not changed to %j", async (changes, field) => {
    const { show, api } = await makeHouse();
    const { id } = await (await api.createEpisode(show.slug, { title: "A" })).json();
    const answer = await api.changeEpisode(id, changes, "*");
    expect([answer.status, Object.keys((await answer.json()).fields)]).toEqual([422, [field]]);
  });

  it("has artwork of its own until that is taken off", async () => {
    const { owner, show, api } = await makeHouse();
    const { id } = await (await api.createEpisode(show.slug, { title: "A" })).json();
    const body = await picture();
    const set = await call(putArtwork, { id }, { method: "PUT", token: owner.token, body });
    expect((await (await api.episode(id)).json()).artwork).toEqual(await set.json());
    expect((await call(removeArtwork, { id }, { method: "DELETE", token: owner.token })).status).toBe(204);
    expect((await (await api.episode(id)).json()).artwork).toBeNull();
  });

  it("is deleted and restored", async () => {
    const { owner, show, api } = await makeHouse();
    const { id } = await (await api.createEpisode(show.slug, { title: "A" })).json();
    expect((await api.deleteEpisode(id)).status).toBe(204);
    expect((await api.episode(id)).status).toBe(404);
    expect((await call(restore, { id }, { method: "POST", token: owner.token })).status).toBe(200);
    expect((await api.episode(id)).status).toBe(200);
  });

  it("is listed newest first, a page at a time", async () => {
    const { show, api } = await makeHouse();
    for (const title of ["One", "Two", "Three"]) await api.createEpisode(show.slug, { title });
    const first = await (await api.listEpisodes(show.slug, "?limit=2")).json();
    expect(first.items.map(({ title }: { title: string }) => title)).toEqual(["Three", "Two"]);
    const rest = await (await api.listEpisodes(show.slug, `?limit=2&cursor=${first.cursor}`)).json();
    expect(rest).toMatchObject({ items: [{ title: "One" }], cursor: null });
  });

  it("is in a list that says 304 while nothing is new to whoever polls it", async () => {
    const { show, api } = await makeHouse();
    const { id } = await (await api.createEpisode(show.slug, { title: "One" })).json();
    const tag = (await api.listEpisodes(show.slug)).headers.get("etag") ?? "none";
    const again = await api.listEpisodes(show.slug, "", tag);
    expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, tag, ""]);
    await api.deleteEpisode(id);
    expect((await api.listEpisodes(show.slug, "", tag)).status).toBe(200);
  });
});
