// The plainest servers there are, for scripts/bench/delivery.ts: bare.ts pipeline FILE | undici URL | not-modified HEADERS
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";
import { Pool } from "undici";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;

const BUFFER = 256 * 1024;
const type = { "content-type": "audio/mpeg" };

const ways: Record<string, (from: string) => Handler> = {
  pipeline: (file) => async (request, response) => {
    const { size } = await stat(file);
    const [, first, last] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "") ?? [];
    const [start, end] = first ? [Number(first), Number(last)] : [0, size - 1];
    response.writeHead(first ? 206 : 200, { "content-length": end - start + 1, ...type });
    await pipeline(createReadStream(file, { start, end, highWaterMark: BUFFER }), response);
  },
  undici: (url) => {
    const { origin, pathname, search } = new URL(url);
    const pool = new Pool(origin, { connections: 64 });
    return async (request, response) => {
      const { range } = request.headers;
      const path = pathname + search;
      const { statusCode, headers, body } = await pool.request({
        method: "GET",
        path,
        headers: range ? { range } : {},
      });
      response.writeHead(statusCode, { "content-length": String(headers["content-length"]), ...type });
      await pipeline(body, response);
    };
  },
  "not-modified": (headers) => async (_, response) => response.writeHead(304, JSON.parse(headers)).end(),
};

const [way = "", from = ""] = process.argv.slice(2);
const handle = ways[way]?.(from);
if (!handle) throw new Error(`There is no way called ${way}.`);
const server = createServer((request, response) => void handle(request, response).catch(() => response.destroy()));
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("disconnect", () => process.exit());
