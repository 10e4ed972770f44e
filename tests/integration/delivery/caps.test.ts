import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { withCaps } from "@/caps";
import { admission } from "@/lib/delivery/admission";
import { until } from "@/tests/support/child";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Whatever is asked for is under way until `answers` are ended. */
async function house(limits: { inAll: number; perNetwork: number }) {
  const answers: ServerResponse[] = [];
  const handle = withCaps(async (_, response) => {
    response.writeHead(200).write("first");
    answers.push(response);
  }, admission(limits));
  const server = createServer((request, response) => void handle(request, response, { "x-request-id": "1" }));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  closers.push(
    () => server.close(),
    () => server.closeAllConnections(),
  );
  const { port } = server.address() as AddressInfo;
  const ask = (path: string, host = "127.0.0.1") => fetch(`http://${host}:${port}${path}`);
  return { ask, answers };
}

const sent = ["/media/audio/a.mp3", "/a-show/feed.xml", "/preview/a-token/audio.mp3"];
const notSent = ["/a-show", "/preview/a-token", "/studio", "/api/v1/shows", "/a-show/feed.xml/more"];

it("Public and private audio, feeds and previews count for one address together, whatever lane they take; pages do not", async () => {
  const { ask, answers } = await house({ inAll: 100, perNetwork: 3 });
  for (const path of [...notSent, ...sent]) expect((await ask(path)).status).toBe(200);
  for (const path of sent) {
    const refused = await ask(path);
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      ...{ "retry-after": "5", "cache-control": "no-store", "content-type": "text/plain; charset=utf-8" },
      ...{ "access-control-allow-origin": "*", "x-content-type-options": "nosniff", "x-request-id": "1" },
    });
    expect([refused.status, await refused.text()]).toEqual([503, expect.stringMatching(/try again in a moment/)]);
  }
  expect((await ask("/media/audio/a.mp3", "[::1]")).status).toBe(200);
  for (const path of notSent) expect((await ask(path)).status).toBe(200);
  for (const answer of answers) answer.end();
  await until("their places are free", async () => (await ask("/a-show/feed.xml")).status === 200);
});

it("All together have no more than there is, and who leaves makes room", async () => {
  const { ask } = await house({ inAll: 2, perNetwork: 2 });
  const [first, second] = [await ask("/media/a"), await ask("/media/b", "[::1]")];
  expect((await ask("/media/c", "[::1]")).status).toBe(503);
  await first.body?.cancel();
  await until("there is room", async () => (await ask("/media/c", "[::1]")).status === 200);
  await second.body?.cancel();
});
