import { once } from "node:events";
import { connect } from "node:net";
import { buffer } from "node:stream/consumers";
import { beforeAll, describe, expect, it } from "vitest";
import { type Door, takePort, withHeaders } from "@/lib/web/http-server";
import { bytes, object, size } from "@/tests/support/delivered";
import { freePort } from "@/tests/support/free-port";
import { improper, steering } from "@/tests/support/hostile";
import { deliverer } from "@/tests/support/lanes";
import { eachStore } from "@/tests/support/stores";

const path = "/media/audio/answers.mp3";

eachStore("whoever means ill", (opened) => {
  describe.each(["the express lane", "the routes"] as const)("on %s", (lane) => {
    let port = 0;
    let door: Door;

    beforeAll(async () => {
      await opened().store.write(object.key, bytes, size);
      const deliver = deliverer(lane, opened().store);
      port = await freePort();
      door = await takePort(port, { appUrl: `http://127.0.0.1:${port}`, connect: [], dev: false });
      door.open(withHeaders((request, response) => deliver(request, response, object)));
      return () => door.close(0);
    });

    const send = async (request: string) => {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => {}); // a server that will not read on may reset the connection after its answer
      socket.write(Buffer.from(request.replaceAll("{host}", `127.0.0.1:${port}`).replaceAll("{path}", path), "latin1"));
      return answerIn(await buffer(socket));
    };
    const ask = (...lines: string[]) =>
      send(["GET {path} HTTP/1.1", "Host: {host}", "Connection: close", ...lines, "", ""].join("\r\n"));

    it.each(improper)("with %s gets a small refusal in words that nobody keeps", async (_, request) => {
      const { status, headers, body } = await send(request);
      expect([400, 408, 413, 414, 421, 431]).toContain(status);
      expect(headers).toMatch(/^content-type: text\/plain/im);
      expect(headers).toMatch(/^cache-control: no-store\r?$/im);
      expect(headers).toMatch(/^connection: close\r?$/im);
      expect([body.length > 10, body.length < 600]).toEqual([true, true]);
    });

    it.each(steering)("steers nothing with %s", async (name, value) => {
      const [usual, steered] = [await ask(), await ask(`${name}: ${value}`)];
      expect(steered.status).toBe(200);
      expect(steered.body.equals(bytes)).toBe(true);
      expect(lasting(steered.headers)).toBe(lasting(usual.headers));
    });

    it("is not heard between the bytes of another answer", async () => {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => {});
      socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
      const [first] = await once(socket, "data");
      socket.write("\x00\x01 noise\r\n\r\n");
      const { status, body } = answerIn(Buffer.concat([first, await buffer(socket)]));
      expect(status).toBe(200);
      expect(bytes.subarray(0, body.length).equals(body.subarray(0, size))).toBe(true);
      expect(body.subarray(size).toString()).toMatch(/^$|^HTTP\/1\.1 400 /);
    });
  });
});

function answerIn(answer: Buffer): { status: number; headers: string; body: Buffer } {
  const end = answer.indexOf("\r\n\r\n");
  const head = answer.subarray(0, end).toString("latin1");
  return { status: Number(head.split(" ")[1]), headers: head, body: answer.subarray(end + 4) };
}

const lasting = (headers: string): string => headers.replace(/^(date|x-request-id):.*$/gim, "");
