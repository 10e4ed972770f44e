import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { preflightAnswer } from "@/lib/delivery/media-headers";
import { plan } from "@/lib/delivery/plan";
import { bytes, object } from "./delivered";

export type Given = { status: number; headers: Record<string, string>; body: Buffer };

const { status: preflightStatus, headers: preflightHeaders } = preflightAnswer();
const preflight = { status: preflightStatus, headers: Object.fromEntries(preflightHeaders) };

/** Makes a right answer wrong. */
export type Spoil = (given: Given, request: IncomingMessage) => Given;

/** A server that answers as ours does, and then spoils it: even in ways that node:http would not let through. */
export async function openPoorServer(spoil: Spoil): Promise<{ url: string; close(): void }> {
  const server = createServer((request, { socket }) => {
    const { status, headers, body } = spoil(rightAnswer(request), request);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket?.write(`HTTP/1.1 ${status} Whatever\r\nConnection: close\r\n${lines.join("")}\r\n`);
    socket?.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/episode.mp3`, close: () => server.close() };
}

/** As it would be without Range, without conditions, or both. */
export function without(names: RegExp): Spoil {
  return (_, request) => {
    for (const name of Object.keys(request.headers)) if (names.test(name)) delete request.headers[name];
    return rightAnswer(request);
  };
}

function rightAnswer({ method = "GET", headers: sent }: IncomingMessage): Given {
  if (method === "OPTIONS") return { ...preflight, body: Buffer.of() };
  const asked = { get: (name: string) => (sent[name] === undefined ? null : String(sent[name])) };
  const { status, headers, body, words = "" } = plan({ method, headers: asked }, object);
  const range = body === "whole" ? { start: 0, end: bytes.length } : body;
  return {
    status,
    headers: { Date: new Date().toUTCString(), ...headers },
    body: range ? bytes.subarray(range.start, range.end + 1) : Buffer.from(words),
  };
}
