import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test, vi } from "vitest";
import { requestLog } from "@/lib/platform/log";
import { type Door, takePort, withHeaders } from "@/lib/web/http-server";
import { freePort } from "@/tests/support/free-port";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const policy = "content-security-policy";
const echo: Handler = async (request, response) => void response.end(JSON.stringify(request.headers));

test("until the house is open it asks to come back", async () => {
  const { port } = await openDoor(null);
  const answer = await send(port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  expect(answer).toMatch(/^HTTP\/1.1 503 [\s\S]*retry-after: 5/i);
});

test.each([
  ["broken percent-encoding in a media address", "GET /media/%E0%A4%A HTTP/1.1\r\nHost: a\r\n\r\n"],
  ["broken percent-encoding in a page's address", "GET /show/%zz HTTP/1.1\r\nHost: a\r\n\r\n"],
  ["a NUL in the address", "GET /show%00 HTTP/1.1\r\nHost: a\r\n\r\n"],
  ["two Host headers", "GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n"],
  ["no Host header", "GET / HTTP/1.1\r\n\r\n"],
  ["an address that does not begin with a slash", "GET a/feed.xml HTTP/1.1\r\nHost: a\r\n\r\n"],
  ["a star", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"],
])("%s is a 400", async (_, request) => {
  const { port } = await openDoor(echo);
  expect(await send(port, request)).toMatch(/^HTTP\/1.1 400 /);
});

test("routes see the socket's address and an id of ours, whatever the client claims", async () => {
  const { port } = await openDoor(echo);
  const headers = await seen(port, "/", "X-Longwave-Address: 6.6.6.6\r\nX-Request-Id: mine\r\n");
  expect(headers["x-longwave-address"]).toMatch(/127\.0\.0\.1$/);
  expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
});

test.each(["/media/a/b.mp3", "/show/feed.xml", "/api/v1/shows", "/healthz"])(
  "nobody steers Next at %s",
  async (path) => {
    const { port } = await openDoor(echo);
    const headers = await seen(
      port,
      path,
      "RSC: 1\r\nNext-Router-Prefetch: 1\r\nX-Middleware-Subrequest: a\r\nRange: bytes=0-1\r\n",
    );
    expect(headers).not.toHaveProperty("rsc");
    expect(headers).not.toHaveProperty("next-router-prefetch");
    expect(headers).not.toHaveProperty("x-middleware-subrequest");
    expect(headers).toHaveProperty("range");
  },
);

test("pages keep the headers of Next's own navigation, but none that passes for Next itself", async () => {
  const { port } = await openDoor(echo);
  const headers = await seen(port, "/show", "RSC: 1\r\nX-Middleware-Subrequest: a\r\n");
  expect(headers).toHaveProperty("rsc");
  expect(headers).not.toHaveProperty("x-middleware-subrequest");
});

test("pages may not be framed or sniffed, and are strict about transport exactly where the house has https", async () => {
  const plain = await send((await openDoor(echo)).port, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  const secure = await send(
    (await openDoor(echo, "https://a")).port,
    "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
  );
  for (const directive of ["base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "object-src 'none'"])
    expect(plain).toContain(directive);
  expect(plain).toMatch(/x-content-type-options: nosniff/);
  expect(plain).not.toMatch(/strict-transport-security/);
  expect(secure).toMatch(/strict-transport-security: max-age=/);
});

test("a page runs only scripts with the nonce of its own answer, which Next is told too", async () => {
  const { port } = await openDoor(async (request, response) => void response.end(`<${request.headers[policy]}>`));
  const ask =
    "GET / HTTP/1.1\r\nHost: a\r\nContent-Security-Policy: script-src 'nonce-mine'\r\nConnection: close\r\n\r\n";
  const answers = [await send(port, ask), await send(port, ask)];
  const nonces = answers.map((answer) => {
    const [, sent] = /^content-security-policy: (.*)\r$/im.exec(answer) ?? [];
    expect(answer).toContain(`<${sent}>`);
    expect(sent).toContain("connect-src 'self' https://store.example;");
    return /script-src 'self' 'nonce-([^']{24})' 'strict-dynamic';/.exec(sent ?? "")?.[1];
  });
  expect(new Set(nonces).size).toBe(2);
  expect(nonces).not.toContain(undefined);
});

test("an address with a secret in it is not told to other sites", async () => {
  const { port } = await openDoor(echo);
  const answer = await send(port, "GET /reset?token=lwm_x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  expect(answer).toMatch(/referrer-policy: same-origin/i);
});

test.each([
  ["http://pod.example:3000", "pod.example:3000", true],
  ["http://pod.example:3000", "POD.example:3000", true],
  ["http://pod.example", "pod.example:80", true],
  ["https://pod.example", "pod.example", true],
  ["http://pod.example:3000", "pod.example", false],
  ["http://localhost:3000", "127.0.0.1:3001", false],
  ["http://pod.example:3000", "127.0.0.1:3000", false],
  ["http://pod.example", "evil.example", false],
  ["http://pod.example", "pod.example@evil.example", false],
  ["http://pod.example", "", false],
])("at %s the Host %j is its own: %s", async (appUrl, host, own) => {
  const { port } = await openDoor(echo, appUrl);
  const ask = (path: string) => send(port, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  expect(await ask("/")).toMatch(own ? /^HTTP\/1.1 200 / : /^HTTP\/1.1 421 [\s\S]*This house is at http[\s\S]*APP_URL/);
  expect(await ask("/healthz")).toMatch(/^HTTP\/1.1 200 /);
});

test.each(["127.0.0.1:3000", "[::1]:3000"])(
  "at localhost the name %s serves programs and sends pages home",
  async (host) => {
    const { port } = await openDoor(echo, "http://localhost:3000");
    const ask = (path: string) => send(port, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(await ask("/a?b=c")).toMatch(/^HTTP\/1.1 307 [\s\S]*\nlocation: http:\/\/localhost:3000\/a\?b=c\r\n/i);
    for (const path of ["/a/feed.xml", "/media/audio/x.mp3", "/api/v1/shows"])
      expect(await ask(path)).toMatch(/^HTTP\/1.1 200 /);
  },
);

test("whoever reads pages gets a refusal as one, in which nothing of the request can stand as markup", async () => {
  const { port } = await openDoor(echo, "http://pod.example");
  const ask = (host: string, path = "/") =>
    send(port, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/html,*/*;q=0.8\r\nConnection: close\r\n\r\n`);
  const page = await ask("evil.example");
  expect(page).toMatch(/^HTTP\/1.1 421 [\s\S]*\ncontent-type: text\/html; charset=utf-8\r\n/i);
  expect(page).toMatch(/content-security-policy: default-src 'self'; script-src/i);
  expect(page).toContain('<a href="http://pod.example">Go to pod.example</a>');
  expect(page).toContain("APP_URL=http://evil.example");
  expect(await ask("<b>evil</b>")).not.toContain("<b>");
  expect(await ask("pod.example", "/%00")).toContain("<h1>This address cannot be read.</h1>");
  expect(await ask("evil.example", "/media/audio/x.mp3")).toMatch(/content-type: text\/plain/i);
});

test("a whole address as the target is the house's own or somebody else's by its own host, whatever Host says", async () => {
  const { port } = await openDoor(echo);
  const ask = (target: string, host: string) =>
    send(port, `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  expect(await ask("http://a/show?b=c", "evil.example")).toMatch(
    /^HTTP\/1.1 200 [\s\S]*"x-longwave-path":"\/show\?b=c"/,
  );
  expect(await ask("HTTP://a", "a")).toMatch(/^HTTP\/1.1 200 [\s\S]*"x-longwave-path":"\/"/);
  expect(await ask("http://evil.example/show", "a")).toMatch(/^HTTP\/1.1 421 /);
  expect(await ask("http://a/media/%00", "a")).toMatch(/^HTTP\/1.1 400 /);
});

test("a Host that is not the house's own is told the setting that would make it so", async () => {
  const { port } = await openDoor(echo, "http://localhost:3000");
  const answer = await send(port, "GET / HTTP/1.1\r\nHost: 192.168.0.7:3000\r\nConnection: close\r\n\r\n");
  expect(answer).toContain("APP_URL=http://192.168.0.7:3000");
});

const cookie = "Cookie: longwave.session=x\r\n";

test.each([
  ["POST /sign-in", "Origin: http://a\r\n", true],
  ["POST /sign-in", "Sec-Fetch-Site: same-origin\r\n", true],
  ["GET /sign-in", "Origin: http://evil.example\r\n", true],
  ["PUT /api/v1/x", "Authorization: Bearer lw_x\r\n", true],
  ["PUT /api/v1/x", "", true],
  ["POST /show/feed.xml", "", true],
  ["POST /sign-in", "", false],
  ["POST /sign-in", "Origin: null\r\nSec-Fetch-Site: same-origin\r\n", false],
  ["POST /sign-in", "Origin: http://evil.example\r\nX-Forwarded-Host: a\r\n", false],
  ["POST /sign-in", "Sec-Fetch-Site: cross-site\r\n", false],
  ["POST /api/auth/signout", `${cookie}Origin: https://a\r\n`, false],
  ["DELETE /api/v1/x", cookie, false],
])("%s with %j is let in: %s", async (ask, headers, allowed) => {
  const { port } = await openDoor(echo);
  const answer = await send(port, `${ask} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${headers}\r\n`);
  expect(answer).toMatch(allowed ? /^HTTP\/1.1 200 / : /^HTTP\/1.1 403 /);
});

test("pages learn which address was asked for, without what Next added to it", async () => {
  const { port } = await openDoor(echo);
  expect((await seen(port, "/studio?a=1&_rsc=xyz", ""))["x-longwave-path"]).toBe("/studio?a=1");
  expect((await seen(port, "/studio?_rsc=xyz", ""))["x-longwave-path"]).toBe("/studio");
});

test("a stop takes nobody new, lets a stream under way finish, and keeps no idle connection waiting", async () => {
  const { promise: more, resolve: finish } = Promise.withResolvers<void>();
  const { door, port } = await openDoor(async (_, response) => {
    response.write("first ");
    await more;
    response.end("last");
  });
  const socket = connect(port, "127.0.0.1");
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  const [first] = await once(socket, "data");
  const rest = text(socket);
  const closed = door.close(30_000);
  await expect(send(port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n")).rejects.toThrow(/ECONNREFUSED/);
  finish();
  await closed;
  expect(String(first) + (await rest)).toMatch(/first [\s\S]*last/);
});

test("a stream that does not finish is cut when patience is over", async () => {
  const { door, port } = await openDoor(async (_, response) => void response.write("first "));
  const socket = connect(port, "127.0.0.1");
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  await once(socket, "data");
  const ended = once(
    socket.on("error", () => {}),
    "close",
  );
  await door.close(50);
  await ended;
});

test("an answer that comes before the end of its request is logged like any other", async () => {
  const { port } = await openDoor(async (request, response) => {
    for await (const _ of request) break;
    response.end("enough");
  });
  const logged: string[] = [];
  const info = vi.spyOn(requestLog(), "info").mockImplementation((line) => void logged.push(Object(line).path));
  onTestFinished(() => info.mockRestore());
  const socket = connect(port, "127.0.0.1").on("error", () => {});
  socket.write("PUT /half HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf");
  await vi.waitUntil(() => logged.includes("/half"));
});

async function openDoor(handler: Handler | null, appUrl = "http://a"): Promise<{ door: Door; port: number }> {
  const port = await freePort();
  const door = await takePort(port, { appUrl, connect: ["https://store.example"], dev: false });
  onTestFinished(() => door.close(0));
  if (handler) door.open(withHeaders(handler));
  return { door, port };
}

async function send(port: number, request: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.end(request);
  return text(socket);
}

async function seen(port: number, path: string, headers: string): Promise<Record<string, string>> {
  const answer = await send(port, `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${headers}\r\n`);
  return JSON.parse(answer.slice(answer.indexOf("{"), answer.lastIndexOf("}") + 1));
}
