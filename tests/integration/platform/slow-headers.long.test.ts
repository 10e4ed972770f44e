import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, it, onTestFinished } from "vitest";
import { takePort } from "@/lib/web/http-server";
import { freePort } from "@/tests/support/free-port";

it("A header that dribbles in is cut after half a minute, with a refusal in words", async () => {
  const port = await freePort();
  const door = await takePort(port, { appUrl: "http://a", connect: [], dev: false });
  door.open(async (_, response) => void response.end());
  const sockets = Array.from({ length: 20 }, () => connect(port, "127.0.0.1").on("error", () => {}));
  const answers = sockets.map((socket) => text(socket));
  const began = performance.now();
  for (const socket of sockets) socket.write("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ");
  const dribble = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write("a");
  }, 1_000);
  onTestFinished(async () => {
    clearInterval(dribble);
    await door.close(0);
  });
  for (const answer of await Promise.all(answers))
    expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*no-store[\s\S]*too long/);
  expect(performance.now() - began).toBeLessThan(40_000);
  await Promise.all(sockets.map((socket) => (socket.closed ? undefined : once(socket, "close"))));
});
