import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { bytesOf, eachStore, inChunks, patternBytes, type StoreSettings } from "@/tests/support/stores";

const partSize = 8 * 1024 * 1024;
const bytes = patternBytes(2 * partSize);

eachStore("after kill -9 in the middle", (opened) => {
  const store = () => opened().store;
  const read = async (key: string) => bytesOf(await store().read(key, null, new AbortController().signal));

  it("of a write nothing is half-visible", async () => {
    await killWhileWriting(["object", "crash/new.bin", ""], opened().settings);
    expect(await store().head("crash/new.bin")).toBeNull();
    expect(await Array.fromAsync(store().list("crash/"))).toEqual([]);
  });

  it("of a second write the first is still whole", async () => {
    await store().write("old/kept.bin", bytes, bytes.length);
    await killWhileWriting(["object", "old/kept.bin", ""], opened().settings);
    expect((await read("old/kept.bin")).equals(bytes)).toBe(true);
  });

  it("of a part the upload goes on with that part", async () => {
    const key = "parts/resumed.bin";
    const uploadId = await store().createParts(key);
    const send = async (number: number) => {
      const offset = (number - 1) * partSize;
      const body = inChunks(bytes.subarray(offset, offset + partSize));
      return {
        number,
        size: partSize,
        ...(await store().writePart({ key, uploadId, number, offset, size: partSize }, body)),
      };
    };
    const first = await send(1);
    await killWhileWriting(["part", key, uploadId], opened().settings);
    expect(await store().head(key)).toBeNull();
    await store().completeParts(key, uploadId, [first, await send(2)]);
    expect((await read(key)).equals(bytes)).toBe(true);
  });
});

async function killWhileWriting(what: string[], settings: StoreSettings): Promise<void> {
  const script = [
    "--import",
    "./scripts/alias.mjs",
    "tests/support/crashing-writer.ts",
    ...what,
    JSON.stringify(settings),
  ];
  const writer = spawn(process.execPath, script, { stdio: ["ignore", "pipe", "inherit"] });
  await Promise.race([
    once(writer.stdout, "data"),
    once(writer, "close").then(() => Promise.reject(new Error("It ended."))),
  ]);
  writer.kill("SIGKILL");
  await once(writer, "close");
}
