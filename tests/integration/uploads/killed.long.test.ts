import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ApiClient, apiClient } from "@/scripts/demo/api-client";
import { until } from "@/tests/support/child";
import { throwAwayFolder } from "@/tests/support/folder";
import { type Server, startServer } from "@/tests/support/house";
import { bucketSettings, type ObjectStoreServer, startObjectStoreServer } from "@/tests/support/object-store-server";
import { runNpm } from "@/tests/support/programs";
import { mpegFrames } from "@/tests/support/synthetic-audio";

type Part = { number: number; size: number; url: string };
type Upload = { id: string; partSize: number; state: string; parts: Part[]; missing: Part[] };
type Media = { id: string; state: string; bytes: number; sha256: string };

const audio = Buffer.from(mpegFrames(50_000)); // 20 MB: three parts
const sha256 = createHash("sha256").update(audio).digest("hex");
/** Milliseconds after completion is asked for: before, while and after the parts become one object and are looked at. */
const MOMENTS = [0, 30, 120, 500];

let bucket: ObjectStoreServer | null;
beforeAll(async () => {
  bucket = await startObjectStoreServer();
});
afterAll(() => bucket?.stop());

// `npm run test:long` builds first; without a build there is nothing to serve.
describe.skipIf(!existsSync(".next/BUILD_ID")).each(["a folder", "S3"])("on %s", (where) => {
  it("an upload outlives a server that is killed under a part, and at any moment of its completion", {
    timeout: 300_000,
  }, async ({ skip }) => {
    if (where === "S3" && !bucket) return skip();
    const settings = {
      LONGWAVE_DATA_DIR: throwAwayFolder(),
      ...(where === "S3" && bucket && bucketSettings(bucket, `killed-${randomUUID()}`)),
    };
    let house = await startServer(() => settings);
    const token = await makeToken(house);
    const api = (): ApiClient => apiClient(house.url, token);
    const again = async () => {
      process.kill(house.pid, "SIGKILL");
      house = await startServer(() => settings);
    };
    const { slug } = await api().post<{ slug: string }>("/shows", {
      ...{ title: "Outlives", language: "en", category: "Technology" },
    });
    for (const moment of MOMENTS) {
      const facts = { filename: "a.mp3", size: audio.length, type: "audio/mpeg" };
      const { id, partSize, parts } = await api().post<Upload>(`/shows/${slug}/uploads`, facts);
      const [first, second] = parts;
      await send(first, partSize);
      const broken = sendHalf(second, partSize);
      await broken.begun;
      await again();
      broken.cut();
      const { missing } = await api().get<Upload>(`/uploads/${id}`);
      expect(missing.map(({ number }) => number)).toEqual(parts.slice(1).map(({ number }) => number));
      for (const part of missing) await send(part, partSize);

      const asked = api()
        .post(`/uploads/${id}/completion`, { sha256 })
        .catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, moment));
      await again();
      await asked;
      const { media } = await api().post<{ media: Media }>(`/uploads/${id}/completion`, { sha256 });
      const present = async () => (await api().get<{ media: Media }>(`/media/${media.id}`)).media;
      await until("it is ready", async () => (await present()).state === "ready", 30_000);
      expect(await present()).toMatchObject({ bytes: audio.length, sha256 });
    }
    await house.stop();
  });
});

async function makeToken({ settings }: Server): Promise<string> {
  const email = `${randomUUID()}@example.org`;
  const account = ["--email", email, "--password", "correct horse 9"];
  await runNpm(["longwave", "--", "user", "create", ...account], settings);
  const { stdout } = await runNpm(["longwave", "--", "token", "create", "--email", email, "--name", "test"], settings);
  return JSON.parse(stdout).token;
}

const pieceOf = ({ number, size }: Part, partSize: number) =>
  audio.subarray((number - 1) * partSize, (number - 1) * partSize + size);

async function send(part: Part | undefined, partSize: number): Promise<void> {
  if (!part) return expect.fail("There is no such part.");
  const answer = await fetch(part.url, { method: "PUT", body: new Uint8Array(pieceOf(part, partSize)) });
  expect(answer.ok, `part ${part.number}`).toBe(true);
}

/** Sends the first half and then nothing more, until it is cut. */
function sendHalf(part: Part | undefined, partSize: number) {
  if (!part) return expect.fail("There is no such part.");
  const piece = pieceOf(part, partSize);
  const begun = Promise.withResolvers<void>();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (controller.desiredSize === null) return;
      controller.enqueue(new Uint8Array(piece.subarray(0, piece.length / 2)));
      begun.resolve();
      return new Promise(() => {});
    },
  });
  const headers = { "content-length": String(piece.length) };
  const line = new AbortController();
  const request = { method: "PUT", body, headers, duplex: "half", signal: line.signal };
  void fetch(part.url, request as RequestInit).catch(() => null);
  return { begun: begun.promise, cut: () => line.abort() };
}
