import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { holdDataFolder } from "@/lib/platform/data-folder";
import { startChild } from "@/tests/support/child";
import { throwAwayFolder } from "@/tests/support/folder";
import { freePort } from "@/tests/support/free-port";

const secret = "0123456789abcdef0123456789abcdef";

test("all bad settings are named at once", async () => {
  const { code, words } = await failedStart({
    PORT: "many",
    APP_URL: "pod.example.org",
    WORKER: "maybe",
    TRUSTED_PROXIES: "home",
  });
  expect(code).toBe(1);
  for (const name of ["PORT", "APP_URL", "WORKER", "TRUSTED_PROXIES"])
    expect(words).toMatch(new RegExp(`^ +${name}: `, "m"));
  expect(words).not.toMatch(/^ +at /m);
});

test("a taken port is a sentence that names it", async () => {
  const port = await listeningPort();
  const { code, words } = await failedStart({ PORT: String(port) });
  expect({ code, words }).toEqual({ code: 1, words: expect.stringContaining(`Port ${port} is taken`) });
});

test("a data folder that cannot be written is a sentence that names it", async () => {
  const file = join(throwAwayFolder(), "file");
  writeFileSync(file, "");
  const { code, words } = await failedStart({ LONGWAVE_DATA_DIR: join(file, "data") });
  expect({ code, words }).toEqual({
    code: 1,
    words: expect.stringMatching(/file\/data cannot be written .*LONGWAVE_DATA_DIR/),
  });
});

test("the second server on a data folder says that there is a first", async () => {
  const folder = throwAwayFolder();
  const held = await holdDataFolder(folder);
  onTestFinished(held.release);
  const { code, words } = await failedStart({ LONGWAVE_DATA_DIR: folder });
  expect({ code, words }).toEqual({
    code: 1,
    words: expect.stringContaining(`Another Longwave is running on the data folder ${folder}`),
  });
});

test("a database that is away is a sentence without its password", async () => {
  const port = await freePort();
  const { code, words } = await failedStart({
    DATABASE_URL: `postgresql://me:open-sesame@127.0.0.1:${port}/pod`,
    APP_SECRET: secret,
  });
  expect({ code, words }).toEqual({
    code: 1,
    words: expect.stringContaining(`The database at 127.0.0.1:${port}/pod cannot be reached`),
  });
  expect(words).not.toContain("open-sesame");
});

test("a worker without DATABASE_URL says what it needs", async () => {
  const worker = startChild("worker.ts", { LONGWAVE_DATA_DIR: throwAwayFolder() });
  expect(await worker.ended()).toBe(1);
  expect(worker.words()).toContain("needs DATABASE_URL");
});

async function failedStart(settings: Record<string, string>): Promise<{ code: unknown; words: string }> {
  const port = String(await freePort());
  const server = startChild("server.ts", { PORT: port, LONGWAVE_DATA_DIR: throwAwayFolder(), ...settings });
  return { code: await server.ended(), words: server.words() };
}

async function listeningPort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as { port: number }).port;
}
