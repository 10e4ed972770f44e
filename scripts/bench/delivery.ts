// CPU that serving costs, way by way in one run, interleaved, and how far the aims are reached: npm run bench
import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { bucketSettings, startObjectStoreServer } from "@/tests/support/object-store-server";
import { mpegFrame } from "@/tests/support/synthetic-audio";
import { against, type Costs, median } from "./delivery/aims";
import { endLoad, notModifiedPerSecond, rangesPerSecond, secondsPerGb, type Way } from "./delivery/load";
import { bare, folderWith, house, nginx, pipeFrom, type Running } from "./delivery/ways";
import { record, type Table } from "./record";

const FRAMES = 160_000; // 64 MiB
// Answers by the ten thousand: what V8 compiles at first counts as CPU too, and a house runs for weeks.
const [WHOLES, RANGES, CHECKS, ROUNDS] = [8, 20_000, 20_000, 3];
type Figures = { seconds: number[]; ranges: number[] };

const frame = mpegFrame();
const bytes = Buffer.alloc(FRAMES * frame.length, frame);
const file = await folderWith(bytes);
const running: Running[] = [];
const minio = await startObjectStoreServer();
try {
  const start = async <T extends Running>(way: Promise<T>): Promise<T> => {
    running.push(await way);
    return way;
  };
  const ways: Way[] = [await start(bare("pipeline", "pipeline", file))];
  const front = await nginx(file);
  if (front) ways.push(await start(Promise.resolve(front)));
  ways.push(await start(house("express, nothing kept", file, { MEDIA_CACHE_MB: "0" })));
  const hot = await start(house("express, hot", file, {}));
  ways.push(hot, await start(house("routes, nothing kept", file, { MEDIA_CACHE_MB: "0", EXPRESS_LANE: "off" })));
  if (minio) {
    ways.push(await start(pipeFrom(minio, bytes)));
    const cold = { ...bucketSettings(minio, "longwave-cold"), MEDIA_CACHE_MB: "0" };
    ways.push(await start(house("express from MinIO, nothing kept", file, cold)));
    ways.push(await start(house("express from MinIO, hot", file, bucketSettings(minio, "longwave-hot"))));
  }
  const costs = await measure(ways);
  const feed = { ...hot, name: "express, feed", url: hot.feed };
  const [audioHeaders, feedHeaders] = [await headersOf(hot.url), await headersOf(feed.url)];
  const bareAudio = await start(bare("bare 304 of audio", "not-modified", JSON.stringify(audioHeaders)));
  const bareFeed = await start(bare("bare 304 of a feed", "not-modified", JSON.stringify(feedHeaders)));
  for (const [name, found] of await checks([bareAudio, hot, bareFeed, feed]))
    costs.set(name, { ...costs.get(name), checks: found });
  await record("What delivery costs", tableOf(costs));
  await record("What delivery costs, against the aims", against(costs));
} finally {
  endLoad();
  for (const { stop } of running) await stop();
  await minio?.stop();
  await rm(dirname(dirname(file)), { recursive: true });
}

async function measure(ways: Way[]): Promise<Map<string, Costs>> {
  const figures = new Map<string, Figures>(ways.map(({ name }) => [name, { seconds: [], ranges: [] }]));
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const way of ways) {
      const seconds = await secondsPerGb(way, bytes.length, WHOLES);
      const ranges = await rangesPerSecond(way, bytes.length, RANGES);
      if (round === 0) continue; // warm up
      figures.get(way.name)?.seconds.push(seconds);
      figures.get(way.name)?.ranges.push(ranges);
    }
  return new Map(
    [...figures].map(([name, { seconds, ranges }]) => [name, { seconds: median(seconds), ranges: median(ranges) }]),
  );
}

async function checks(ways: Way[]): Promise<Map<string, number>> {
  const figures = new Map<string, number[]>(ways.map(({ name }) => [name, []]));
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const way of ways) {
      const perSecond = await notModifiedPerSecond(way, (await headersOf(way.url)).etag ?? "", CHECKS);
      if (round > 0) figures.get(way.name)?.push(perSecond);
    }
  return new Map([...figures].map(([name, found]) => [name, median(found)]));
}

/** What a 304 carries. */
async function headersOf(url: string): Promise<Record<string, string>> {
  const { headers } = await fetch(url, { headers: { "if-none-match": "*", "accept-encoding": "identity" } });
  return Object.fromEntries([...headers].filter(([name]) => !/^(date|connection|keep-alive)$/.test(name)));
}

function tableOf(costs: Map<string, Costs>): Table {
  const rows = [...costs].map(([name, { seconds, ranges, checks: unchanged }]) => [
    name,
    {
      "CPU s/GB": seconds?.toFixed(2) ?? "",
      "64 KiB ranges a CPU s": ranges ? Math.round(ranges) : "",
      "304 a CPU s": unchanged ? Math.round(unchanged) : "",
    },
  ]);
  return Object.fromEntries(rows);
}
