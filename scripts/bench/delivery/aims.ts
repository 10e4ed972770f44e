import type { Table } from "../record";

/** What a way costs: CPU-seconds for a GB, answers with 64 KiB and answers of 304 for a CPU-second. */
export type Costs = { seconds?: number; ranges?: number; checks?: number };
type Kind = keyof Costs;

/** [what is measured, of whom, against whom, "at most" (≤) or "at least" (≥), the ratio] */
const aims: [Kind, string, string, "≤" | "≥", number][] = [
  ["seconds", "express, nothing kept", "pipeline", "≤", 0.7],
  ["seconds", "express, hot", "pipeline", "≤", 0.45],
  ["seconds", "express, hot", "nginx, sendfile", "≤", 2.5],
  ["ranges", "express, nothing kept", "pipeline", "≥", 1.8],
  ["ranges", "express, hot", "pipeline", "≥", 2.2],
  ["ranges", "express, hot", "nginx, sendfile", "≥", 0.5],
  ["seconds", "express from MinIO, nothing kept", "undici pipe from MinIO", "≤", 1.1],
  ["seconds", "express from MinIO, hot", "express, hot", "≤", 1.1],
  ["seconds", "routes, nothing kept", "express, nothing kept", "≤", 2],
  ["checks", "express, hot", "bare 304 of audio", "≥", 0.7],
  ["checks", "express, feed", "bare 304 of a feed", "≥", 0.7],
];

const words: Record<Kind, string> = {
  seconds: "CPU for a GB",
  ranges: "64 KiB ranges for a CPU-second",
  checks: "304 for a CPU-second",
};

/** How far each aim is reached; those of ways that were not there are left out. */
export function against(costs: Map<string, Costs>): Table {
  const table: Table = {};
  for (const [kind, way, other, than, aim] of aims) {
    const [ours, theirs] = [costs.get(way)?.[kind], costs.get(other)?.[kind]];
    if (!ours || !theirs) continue;
    const ratio = ours / theirs;
    const isReached = than === "≤" ? ratio <= aim : ratio >= aim;
    const reached = `${ratio.toFixed(2)} ×${isReached ? "" : " (missed)"}`;
    table[`${words[kind]}: ${way}, against ${other}`] = { aim: `${than} ${aim} ×`, reached };
  }
  return table;
}

export function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
