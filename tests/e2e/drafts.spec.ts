import { ask } from "./ask";
import { expect, socketTest as test } from "./fixtures";
import { newDraft, newPodcaster, newShow } from "./podcaster";

test("audio of what is not published is there for members only, and kept by nobody", async ({ house }, testInfo) => {
  const { api, token } = await newPodcaster(house);
  const draft = await newDraft(api, await newShow(api, "Drafts"), testInfo.outputPath("silence.mp3"), 400);
  const asWhoever = async (bearer: string | null, method: string) => {
    const headers = bearer === null ? {} : { authorization: `Bearer ${bearer}` };
    const { status, headers: told } = await ask(draft.enclosure.url, { method, headers });
    return [status, told["cache-control"]];
  };
  for (const method of ["GET", "HEAD"]) {
    expect(await asWhoever(null, method)).toEqual([404, "no-store"]);
    expect(await asWhoever("lw_made-up", method)).toEqual([404, "no-store"]);
    expect(await asWhoever(house.demo.token, method)).toEqual([404, "no-store"]);
    expect(await asWhoever(token, method)).toEqual([200, "private, no-store"]);
  }
  expect((await ask(draft.links.page)).status).toBe(404);
});
