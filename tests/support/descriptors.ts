import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";

type Process = number | "self";

/** Whether the system tells what a process holds open (Linux). */
export const canCountDescriptors = existsSync("/proc/self/fd");

/** How many files below a folder a process holds open: this one, or another of ours. */
export function openFilesBelow(folder: string, pid: Process = "self"): number {
  return descriptors(pid).filter((target) => target.startsWith(`${folder}/`)).length;
}

/** How many sockets to a server a process holds, in whatever state, those that wait for another request included. */
export function socketsTo(endpoint: string, pid: Process = "self"): number {
  const port = Number(new URL(endpoint).port || 80);
  const own = new Set(descriptors(pid).flatMap((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []));
  const rows = ["tcp", "tcp6"].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, "utf8").split("\n").slice(1),
  );
  return rows.map((row) => row.trim().split(/\s+/)).filter((row) => portOf(row[2]) === port && own.has(row[9] ?? ""))
    .length;
}

function descriptors(pid: Process): string[] {
  return readdirSync(`/proc/${pid}/fd`).map((descriptor) => targetOf(`/proc/${pid}/fd/${descriptor}`));
}

// The descriptor of the listing itself, for one, is gone by the time it is read.
function targetOf(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return "";
  }
}

function portOf(address = ""): number {
  return Number.parseInt(address.split(":")[1] ?? "", 16);
}
