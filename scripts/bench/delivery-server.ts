// One way of serving a folder's files, for scripts/bench/delivery.ts, which asks by message for the CPU time it has used.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { pieces } from "@/lib/delivery/pieces";
import { toServerResponse } from "@/lib/delivery/server-response";
import { filesystemStore } from "@/lib/storage/filesystem";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const [way = "", folder = ""] = process.argv.slice(2);
const MIB = 2 ** 20;

const ways: Record<string, () => Handler> = {
  pipeline: () => async (request, response) => {
    const path = join(folder, "objects", request.url ?? "");
    const { size } = await stat(path);
    const [, first, last] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "") ?? [];
    const [start, end] = first ? [Number(first), Number(last)] : [0, size - 1];
    response.writeHead(first ? 206 : 200, { "content-length": end - start + 1, "content-type": "audio/mpeg" });
    await pipeline(createReadStream(path, { start, end, highWaterMark: 256 * 1024 }), response);
  },
  "express, nothing kept": () => express(0),
  "express, hot": () => express(256 * MIB),
};

function express(cacheBytes: number): Handler {
  const source = pieces(filesystemStore(folder), cacheBytes);
  return async (request, response) => {
    const key = (request.url ?? "").slice(1);
    const object = {
      key,
      size: (await stat(join(folder, "objects", key))).size,
      etag: '"an etag of the usual length, which has 64 digits in truth"',
      lastModified: new Date(0),
      contentType: "audio/mpeg",
      cacheControl: "public, max-age=3600",
    };
    await toServerResponse(request, response, object, source, { owner: "bench" });
  };
}

const handle = ways[way]?.();
if (!handle) throw new Error(`There is no way called ${way}.`);
const server = createServer((request, response) => void handle(request, response).catch(() => response.destroy()));
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: (user + system) / 1e6, rss: process.memoryUsage.rss() / MIB });
});
process.on("disconnect", () => process.exit());
