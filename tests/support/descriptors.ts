import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";

/** Whether the system tells what this process holds open (Linux). */
export const canCountDescriptors = existsSync("/proc/self/fd");

/** How many files below a folder this process holds open. */
export function openFilesBelow(folder: string): number {
  return descriptors().filter((target) => target.startsWith(`${folder}/`)).length;
}

/** How many sockets to a server this process holds, in whatever state, those that wait for another request included. */
export function socketsTo(endpoint: string): number {
  const port = Number(new URL(endpoint).port || 80);
  const own = new Set(descriptors().flatMap((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []));
  const rows = ["tcp", "tcp6"].flatMap((table) => readFileSync(`/proc/self/net/${table}`, "utf8").split("\n").slice(1));
  return rows.map((row) => row.trim().split(/\s+/)).filter((row) => portOf(row[2]) === port && own.has(row[9] ?? ""))
    .length;
}

function descriptors(): string[] {
  return readdirSync("/proc/self/fd").map(targetOf);
}

// The descriptor of the listing itself is gone by the time it is read.
function targetOf(descriptor: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return "";
  }
}

function portOf(address = ""): number {
  return Number.parseInt(address.split(":")[1] ?? "", 16);
}
