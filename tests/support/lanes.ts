import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";
import { preflightAnswer } from "@/lib/delivery/media-headers";
import { watchWrites } from "@/lib/delivery/passing";
import { pieces } from "@/lib/delivery/pieces";
import type { Deliverable } from "@/lib/delivery/plan";
import { toResponse } from "@/lib/delivery/response";
import { toServerResponse } from "@/lib/delivery/server-response";
import type { ObjectStore } from "@/lib/storage/port";

const MIB = 1024 * 1024;

/** A server that answers everything with one object. `refusals` are what a lane left to its caller, who answers 500. */
export type Lane = { url: string; refusals: unknown[]; deliver(object: Deliverable): void; close(): void };

type Deliver = (...args: [...Parameters<RequestListener>, Deliverable]) => Promise<void>;
export type LaneName = keyof typeof lanes;

const lanes = {
  "the express lane": (store: ObjectStore) => express(store, 0),
  "the express lane from its cache": (store: ObjectStore) => express(store, 16 * MIB),
  "the routes": (store: ObjectStore) => routes(store),
};

export const laneNames = Object.keys(lanes) as LaneName[];

/** What a lane does with one request for one object of the store. */
export const deliverer = (name: LaneName, store: ObjectStore): Deliver => lanes[name](store);

/** Serves an object of the store over real sockets. */
export async function openLane(name: LaneName, store: ObjectStore, object: Deliverable): Promise<Lane> {
  const deliver = deliverer(name, store);
  const refusals: unknown[] = [];
  let current = object;
  const server = createServer((request, response) => {
    // As the routes of the house do, whichever lane is open: about an address, and not about what is there.
    if (request.method === "OPTIONS") return writePreflight(response);
    deliver(request, response, current).catch((error) => {
      refusals.push(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/media/a.mp3`,
    refusals,
    deliver: (other) => {
      current = other;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function express(store: ObjectStore, cacheBytes: number): Deliver {
  const source = pieces(store, cacheBytes);
  return (request, response, object) => toServerResponse(request, response, object, source, { owner: "owner" });
}

/** As Next carries a route's Response to the socket. */
export function routes(store: ObjectStore, source = pieces(store, 0)): Deliver {
  return async ({ method, headers }, response, object) => {
    watchWrites(response);
    const left = leaving(response);
    const request = new Request("http://localhost/media/a.mp3", {
      method,
      headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
      signal: left,
    });
    const answer = await toResponse(request, object, source);
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    if (answer.body === null) response.end();
    else await pipeline(answer.body, response);
  };
}

function leaving(response: ServerResponse): AbortSignal {
  const left = new AbortController();
  response.once("close", () => left.abort());
  return left.signal;
}

function writePreflight(response: ServerResponse): void {
  const { status, headers } = preflightAnswer();
  response.writeHead(status, Object.fromEntries(headers)).end();
}
