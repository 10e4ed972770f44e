import { setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { exactly } from "@/lib/storage/bodies";

const CHUNK = 64 * 1024;
const MANY = 32;

it("The chunks of a body are let go of as they are passed on, however long the body is", async () => {
  const chunks = exactly(made(MANY), MANY * CHUNK, new AbortController().signal);
  const passed: WeakRef<Uint8Array>[] = [];
  for (let count = 1; count < MANY; count++) {
    const { value } = await chunks.next();
    passed.push(new WeakRef(value ?? new Uint8Array()));
  }
  await turn(); // until then what a WeakRef was made of is kept
  collectGarbage();
  expect(passed.filter((chunk) => chunk.deref()).length).toBeLessThan(4);
  await chunks.return(undefined);
});

it("A body that is given up while it stalls, or while its chunk is looked at, ends with the reason", async () => {
  const stop = new AbortController();
  const stalled = exactly(stalling(), 2 * CHUNK, stop.signal);
  const next = stalled.next();
  await turn();
  stop.abort(new Error("the client left"));
  await expect(next).rejects.toThrow("the client left");
  const later = new AbortController();
  const looked = exactly(made(3), 3 * CHUNK, later.signal);
  await looked.next();
  later.abort(new Error("the client left"));
  await expect(looked.next()).rejects.toThrow("the client left");
});

async function* made(count: number): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index++) yield new Uint8Array(CHUNK);
}

async function* stalling(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(CHUNK);
  await new Promise(() => {});
}

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}
