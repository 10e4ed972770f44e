import { ask } from "./ask";
import { expect, socketTest as test } from "./fixtures";

const unreadable = [
  "/media/%E0%A4%A",
  "/media/audio/%00.mp3",
  "/%00",
  "/%",
  "/%E0%A4%A/feed.xml",
  "/api/v1/shows/%00",
  "/api/v1/shows/%E0%A4%A",
];

const nothing = [
  "/no-such-show/feed.xml",
  "/media/audio",
  "/media/audio/no-such-file.mp3",
  "/media/audio/00000000-0000-4000-8000-000000000000.mp3",
  "/media/%2e%2e%2f%2e%2e%2fserver.log",
  "/media/..%2f..%2fserver.log",
  "/media/audio/..%2f..%2f..%2fetc%2fpasswd",
  "/media/../../../../../../etc/passwd",
  "/media/audio/%5c..%5c..%5cserver.log",
  "/..%2fpackage.json",
  "/.env",
  "/api/v1/no-such-thing",
];

for (const path of unreadable)
  test(`${path} is a 400 in words`, async ({ house }) => {
    const answer = await ask(house.url, { path });
    expect(answer.status).toBe(400);
    expect(answer.body.toString()).toContain("percent-encoding");
  });

for (const path of nothing)
  test(`${path} leads nowhere`, async ({ house }) => {
    for (const method of ["GET", "HEAD"]) {
      const answer = await ask(house.url, { path, method });
      expect([401, 404]).toContain(answer.status);
      expect(answer.body.toString()).not.toMatch(/root:|"dependencies"/);
    }
  });

test("an enclosure has one address, letter by letter", async ({ demo }) => {
  const [episode] = demo.episodes;
  const url = new URL(episode?.enclosure ?? "");
  const others = [
    `${url.pathname}/`,
    `${url.pathname}.mp3`,
    url.pathname.replace(/\.\w+$/, ""),
    url.pathname.slice(0, -1),
  ];
  for (const path of [...others, url.pathname.replace("/audio/", "/artwork/"), url.pathname.replace(/\w+$/, "exe")]) {
    const answer = await ask(url.href, { path });
    expect([path, answer.status < 500 && answer.status >= 300]).toEqual([path, true]);
  }
});

test("a request with two hosts, or none, is a 400", async ({ house, demo }) => {
  const { host } = new URL(house.url);
  for (const headers of [["Host", host, "Host", "elsewhere.example"], ["Host", host, "Host", host], []])
    for (const url of [demo.feed, demo.page, demo.episodes[0]?.enclosure ?? ""])
      expect((await ask(url, { headers })).status).toBe(400);
});

test("under another host's name the house gives nothing but where it is, and its health", async ({ house, demo }) => {
  const headers = { host: "elsewhere.example" };
  for (const url of [demo.feed, demo.page, demo.episodes[0]?.enclosure ?? ""]) {
    const answer = await ask(url, { headers });
    expect([answer.status, answer.body.toString()]).toEqual([421, expect.stringContaining(`is at ${house.url},`)]);
  }
  expect((await ask(`${house.url}/healthz`, { headers })).status).toBe(200);
});

test("other methods than GET and HEAD are refused where there is only something to read", async ({ demo }) => {
  for (const url of [demo.feed, demo.episodes[0]?.enclosure ?? ""])
    for (const method of ["POST", "PUT", "DELETE", "PATCH"]) expect((await ask(url, { method })).status).toBe(405);
});
