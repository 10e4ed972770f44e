import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { PutBucketPolicyCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { httpCases } from "@/lib/delivery/judge/table";
import { openStore } from "@/lib/storage/open";
import { type Answer, longwave } from "@/tests/support/command-line";
import { bytes, object, size } from "@/tests/support/delivered";
import { freePort } from "@/tests/support/free-port";
import { openLane } from "@/tests/support/lanes";
import { openPoorServer, without } from "@/tests/support/poor-server";
import { freshSettings, type StoreSettings } from "@/tests/support/stores";

const check = (url: string): Promise<Answer> => longwave(["check", "delivery", url], {});

const served: Server[] = [];

// Not when a test is over: of those that run at once Vitest does not know whose it is.
afterAll(() => {
  for (const server of served) {
    server.close();
    server.closeAllConnections();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  served.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/episode.mp3`;
}

it("check delivery finds that all holds in our own house, behind a redirect too", async () => {
  const store = openStore(await freshSettings("filesystem"));
  await store.write(object.key, bytes, size);
  const lane = await openLane("the express lane", store, object);
  onTestFinished(() => lane.close());
  const old = await serve((_, response) => response.writeHead(302, { location: lane.url }).end());
  const { code, line, words } = await check(old);
  expect(line).toEqual({
    url: old,
    reached: lane.url,
    redirects: 1,
    bytes: size,
    type: "audio/mpeg",
    etag: object.etag,
    asked: httpCases.length,
    notAsked: 0,
    held: httpCases.length,
    findings: [],
  });
  expect([code, words]).toEqual([0, expect.stringContaining("All of it holds.")]);
});

it("check delivery says what breaks listening, why, and where it is written, and ends with 1", async () => {
  const server = await openPoorServer(without(/^range$/));
  onTestFinished(() => server.close());
  const { code, line, words } = await check(server.url);
  expect([code, line.error?.code]).toEqual([1, "breaks-listening"]);
  expect(words).toMatch(/BREAKS {3}ranges: 0 of \d+ hold/);
  expect(words).toContain("asked for the first two bytes: 200 instead of 206. [RFC 9110 §14.2]");
  expect(words).toContain("without a 206 iPhones do not play at all");
});

it("check delivery ends with 0 where answers differ and nothing breaks listening", async () => {
  const server = await openPoorServer(without(/^if-(none-match|modified-since)$/));
  onTestFinished(() => server.close());
  const { code, words } = await check(server.url);
  expect([code, words]).toEqual([0, expect.stringMatching(/Nothing breaks listening; \d+ answers differ\./)]);
});

it.skipIf(inject("s3") === null)("check delivery knows MinIO's ways", async () => {
  const settings = await freshSettings("S3");
  const store = openStore(settings);
  await store.check();
  await store.write(object.key, bytes, size);
  const url = await openToEverybody(settings);
  const { line } = await check(`${url}/${object.key}`);
  const names = (line.findings as { name: string }[]).map(({ name }) => name);
  expect(names).toContain("the first bytes, if it has another ETag");
  expect(names).toContain("an end of thirty digits");
  expect(names).toContain("the size, past the end");
  expect(names).not.toContain("the first two bytes");
});

describe.concurrent("check delivery tells in a sentence", () => {
  it("that nothing listens there", async ({ expect }) => {
    const { line } = await check(`http://127.0.0.1:${await freePort()}/episode.mp3`);
    expect(line.error).toMatchObject({
      code: "unreachable",
      message: expect.stringContaining("Nothing listens at 127"),
    });
  });

  it("that there is no such host", async ({ expect }) => {
    const { line } = await check("http://nobody.invalid/episode.mp3");
    expect(line.error).toMatchObject({ code: "unreachable", message: expect.stringContaining("nobody.invalid") });
  });

  const refusals: [status: number, code: string, says: string][] = [
    [404, "nothing-there", "There is nothing at"],
    [403, "not-public", "is not given to everybody"],
    [429, "too-many", "asks not to be asked so often"],
    [502, "no-file", "answers 502 instead of 200"],
  ];
  for (const [status, code, says] of refusals)
    it(`that it is answered ${status}`, async ({ expect }) => {
      const { line } = await check(await serve((_, response) => response.writeHead(status).end()));
      expect(line.error).toMatchObject({ code, message: expect.stringContaining(says) });
    });

  it("that it leads in a circle", async ({ expect }) => {
    const { line } = await check(await serve((_, response) => response.writeHead(302, { location: "/round" }).end()));
    expect(line.error?.message).toContain("leads on and on");
  });

  it("that the answer has no end", async ({ expect }) => {
    const endless: RequestListener = (_, response) => {
      const more = () => response.write(bytes, (error) => (error ? undefined : setImmediate(more)));
      more();
    };
    const { line } = await check(await serve(endless));
    expect(line.error).toMatchObject({ code: "endless", message: expect.stringContaining("send Content-Length") });
  });

  it("that no answer comes", async ({ expect }) => {
    const { line } = await check(await serve(() => {}));
    expect(line.error).toMatchObject({ code: "unreachable", message: expect.stringContaining("within 20 seconds") });
  });

  it("that there is too little to judge", async ({ expect }) => {
    const { line } = await check(await serve((_, response) => response.end("short")));
    expect(line.error).toMatchObject({ code: "too-small" });
  });
});

async function openToEverybody({ s3 }: StoreSettings): Promise<string> {
  if (!s3) throw new Error("No bucket.");
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = s3;
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
  });
  const Statement = [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: `arn:aws:s3:::${bucket}/*` }];
  await client.send(
    new PutBucketPolicyCommand({ Bucket: bucket, Policy: JSON.stringify({ Version: "2012-10-17", Statement }) }),
  );
  client.destroy();
  return `${endpoint}/${bucket}`;
}
