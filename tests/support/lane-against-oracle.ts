import fc from "fast-check";
import { expect } from "vitest";
import { type Asker, asker } from "@/lib/delivery/judge/ask";
import type { ObjectStore } from "@/lib/storage/port";
import { object } from "./delivered";
import { type LaneName, openLane } from "./lanes";
import { oddRequests } from "./odd-requests";
import { expectedOf, type Thing } from "./oracle";
import { patternBytes } from "./stores";

const size = 3_001;
const bytes = patternBytes(size);
const thing: Thing = { size, tag: "5f1c9be5", modified: object.lastModified.getTime() };
const patience = { limit: size * 2, patience: 30_000, signal: new AbortController().signal };

/** Sends so many odd requests over real sockets and compares status and bytes with what the oracle says. */
export async function askOddly(name: LaneName, store: ObjectStore, requests: number): Promise<void> {
  const small = { ...object, key: "media/odd.mp3", size };
  await store.write(small.key, bytes, size);
  const lane = await openLane(name, store, small);
  const client = asker(1);
  try {
    await fc.assert(
      fc.asyncProperty(oddRequests(thing), (request) => expectSame(client, lane.url, request)),
      { numRuns: requests },
    );
  } finally {
    client.close();
    lane.close();
  }
}

async function expectSame(client: Asker, url: string, request: { method: string; headers: Record<string, string> }) {
  const { status, first, last } = expectedOf(request, thing);
  const answer = await client.ask(new URL(url), { ...request, ...patience });
  expect(answer.status).toBe(status);
  if (status < 400) expect(answer.body.equals(bytes.subarray(first, last + 1))).toBe(true);
  expect(answer.headers["content-range"]).toBe(contentRangeOf(status, first, last));
}

function contentRangeOf(status: number, first: number, last: number): string | undefined {
  if (status === 206) return `bytes ${first}-${last}/${size}`;
  return status === 416 ? `bytes */${size}` : undefined;
}
