import { expect, it } from "vitest";
import { DELETE as deleteFeed, GET as feedRoute } from "@/app/(listen)/[show]/feed.xml/route";
import { GET as previewRoute } from "@/app/(listen)/preview/[token]/[file]/route";
import { GET as mediaRoute, POST as postMedia } from "@/app/media/[...path]/route";
import { meansOf } from "@/lib/delivery/means";
import { takeDownEpisode } from "@/lib/episodes/takedown-mutations";
import { store } from "@/lib/media/store";
import { StoreUnavailable } from "@/lib/storage/port";
import { airEpisode } from "@/tests/support/airing";
import { useDatabase } from "@/tests/support/database";
import { makeHouseAdmin } from "@/tests/support/people";
import { call } from "@/tests/support/requests";
import { useStore } from "@/tests/support/stores";

useDatabase();
useStore();

it("Whatever is refused about media and feeds is a small text that nobody keeps and every player may read", async () => {
  const { show, episode, media, path } = await airEpisode(1_000);
  const audio = (headers: Record<string, string> = {}) =>
    call(mediaRoute, { path: path.split("/").slice(2) }, { headers });
  const feed = (slug: string, headers: Record<string, string> = {}) => call(feedRoute, { show: slug }, { headers });
  const refused: [status: number, answer: Response][] = [
    [416, await audio({ range: "bytes=1000-" })],
    [412, await audio({ "if-match": '"other"' })],
    [416, await feed(show.slug, { range: "bytes=999999999-" })],
    [404, await feed("no-such-show")],
    [405, await call(postMedia, { path: [] }, { method: "POST" })],
    [405, await call(deleteFeed, { show: show.slug }, { method: "DELETE" })],
    [404, await call(mediaRoute, { path: ["audio", "nothing"] })],
  ];
  const { pieces } = meansOf(store());
  const { open } = pieces;
  pieces.open = () => {
    throw new StoreUnavailable("The store is away.");
  };
  refused.push([503, await audio()], [503, await feed(show.slug)]);
  pieces.open = () => {
    throw new Error("a bug of ours");
  };
  refused.push([500, await audio()]);
  pieces.open = open;
  await store().delete(media.key);
  refused.push([404, await audio()]);
  await takeDownEpisode(await makeHouseAdmin(), episode, "It plays somebody else's music.", new Date());
  refused.push([410, await audio()]);
  for (const [status, answer] of refused) {
    const { headers } = answer;
    const named = ["content-type", "cache-control", "x-content-type-options", "access-control-allow-origin"];
    const said = [answer.status, ...named.map((name) => headers.get(name))];
    expect(said).toEqual([status, "text/plain; charset=utf-8", "no-store", "nosniff", "*"]);
    expect(headers.get("allow")).toBe(status === 405 ? "GET, HEAD" : null);
    expect(headers.get("retry-after")).toBe(status === 503 ? "5" : null);
    expect((await answer.text()).length).toBeLessThan(150);
  }
});

it("A guest's preview is refused in words too, to its own page alone", async () => {
  const answer = await call(previewRoute, { token: "none", file: "audio.mp3" });
  const { headers } = answer;
  expect([answer.status, headers.get("content-type"), headers.get("cross-origin-resource-policy")]).toEqual([
    404,
    "text/plain; charset=utf-8",
    "same-origin",
  ]);
  expect(headers.get("access-control-allow-origin")).toBeNull();
});
