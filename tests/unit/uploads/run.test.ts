import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { run } from "@/app/studio/uploads/run";

const PART = 4;

beforeEach(() => {
  vi.stubGlobal("location", { origin: "https://house.example" });
  vi.stubGlobal("XMLHttpRequest", Line);
  Line.open = [];
});
afterEach(() => void vi.unstubAllGlobals());

it("ends with a file that can no longer be read, and nothing of it is told afterwards", async () => {
  const told: string[] = [];
  const ending = run({
    ...{ id: "one", partSize: PART, missing: partsOf(5), signal: new AbortController().signal },
    file: readableUpTo(3 * PART),
    onProgress: () => told.push("progress"),
    onJoining: () => told.push("joining"),
    onWaiting: (waiting) => told.push(waiting ? "waiting" : "sending"),
  });
  await vi.waitUntil(() => Line.open.length === 3);
  Line.open[0]?.arrive();
  expect(await ending).toEqual({ kind: "unreadable" });
  const before = [...told];
  for (const line of Line.open) line.arrive();
  await new Promise((resolve) => setTimeout(resolve));
  expect(told).toEqual(before);
});

const partsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ number: index + 1, size: PART },
    url: `https://store.example/${index + 1}`,
  }));

/** As one that was moved away in the middle of it. */
function readableUpTo(end: number): Blob {
  const file = new Blob(["x".repeat(5 * PART)]);
  const slice = (from = 0, to = file.size) =>
    to <= end ? file.slice(from, to) : Object.assign(file.slice(from, to), { arrayBuffer: gone });
  return Object.assign(new Blob(["x".repeat(5 * PART)]), { slice });
}

const gone = () => Promise.reject(new DOMException("It is not there.", "NotReadableError"));

/** A request on its way, until it arrives or is broken off. */
class Line {
  static open: Line[] = [];
  upload = {};
  status = 0;
  onload = () => {};
  onabort = () => {};
  private isOver = false;

  open() {}

  send() {
    Line.open.push(this);
  }

  arrive() {
    if (this.isOver) return;
    this.isOver = true;
    this.status = 204;
    this.onload();
  }

  abort() {
    if (this.isOver) return;
    this.isOver = true;
    this.onabort();
  }
}
