// One way of answering, for scripts/bench/answers.ts, which asks by message for the CPU time it has used: "house" is the edge and the
// express lane as server.ts puts them together; "bare" is node:http with the headers that it was given, and a file.
import { createReadStream } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";
import { withCaps } from "@/caps";
import { withExpressLane } from "@/express";
import { openAtlas } from "@/lib/downloads/atlas";
import { closeLedger, startLedger } from "@/lib/downloads/writer";
import { settings } from "@/lib/platform/env";
import { takePort } from "@/lib/web/http-server";

const [way = "", file = "", headers = "{}"] = process.argv.slice(2);

if (way === "house") await house();
else bare(JSON.parse(headers));
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: (user + system) / 1e6 });
});
process.on("disconnect", () => closeLedger().finally(() => process.exit()));

async function house(): Promise<void> {
  const { port, appUrl } = settings();
  startLedger(await openAtlas(null));
  const door = await takePort(port, { appUrl, dev: false, connect: [] });
  const nothing = async (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(404).end();
  };
  door.open(withCaps(withExpressLane(nothing)));
  process.send?.({ port });
}

function bare(given: Record<string, string>): void {
  const server = createServer(async (request, response) => {
    const [, first, last] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "") ?? [];
    if (!first) return response.writeHead(304, given).end();
    const [start, end] = [Number(first), Number(last)];
    response.writeHead(206, { ...given, "content-length": end - start + 1 });
    await pipeline(createReadStream(file, { start, end, highWaterMark: 256 * 1024 }), response);
  });
  server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
}
