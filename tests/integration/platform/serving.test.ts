import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { until } from "@/tests/support/child";
import { startServer } from "@/tests/support/child-server";
import { throwAwayFolder } from "@/tests/support/folder";
import { createDatabase, dropDatabase } from "@/tests/support/throw-away-postgres";
import "@/tests/support/provided";

// `npm test` builds first; without a build there is nothing to serve.
describe.skipIf(!existsSync(".next/BUILD_ID"))("a house on the production build", () => {
  test("starts from nothing, is ready, stops in order and is back within ten seconds", {
    timeout: 60_000,
  }, async () => {
    const dataDir = throwAwayFolder();
    const first = await startServer({ LONGWAVE_DATA_DIR: dataDir });
    expect(await ready(first.url)).toEqual({ status: 200, checks: { database: "ok", migrations: "ok", store: "ok" } });
    first.server.process.kill("SIGTERM");
    expect(await first.server.ended()).toBe(0);
    expect(isRunning(dataDir)).toBe(false);
    const began = performance.now();
    const second = await startServer({ LONGWAVE_DATA_DIR: dataDir });
    expect(performance.now() - began).toBeLessThan(10_000);
    expect((await ready(second.url)).status).toBe(200);
  });

  test("kill -9 leaves no PostgreSQL behind for longer than ten seconds", { timeout: 60_000 }, async () => {
    const dataDir = throwAwayFolder();
    const { server } = await startServer({ LONGWAVE_DATA_DIR: dataDir });
    server.process.kill("SIGKILL");
    await server.ended();
    await until("PostgreSQL is gone", () => !isRunning(dataDir), 10_000);
  });

  test("logs a line for a request, without its query and without an address", { timeout: 60_000 }, async () => {
    const { server, url } = await startServer({ LONGWAVE_DATA_DIR: throwAwayFolder() });
    await fetch(`${url}/no-such-show/feed.xml?token=open-sesame`);
    const [line] = await server.said(/\{.*"path":"\/no-such-show\/feed.xml".*\}/);
    expect(JSON.parse(line)).toMatchObject({
      method: "GET",
      status: 404,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(server.words()).not.toMatch(/open-sesame|127\.0\.0\.1/);
  });

  test("is alive but not ready while its database is gone, and says which", { timeout: 60_000 }, async () => {
    const { url: postgres } = inject("postgres");
    const address = await createDatabase(postgres);
    const { url } = await startServer({
      LONGWAVE_DATA_DIR: throwAwayFolder(),
      DATABASE_URL: address,
      APP_SECRET: "0123456789abcdef0123456789abcdef",
    });
    await dropDatabase(postgres, address);
    await until("it says that it is not ready", async () => (await ready(url)).status === 503);
    expect(await ready(url)).toMatchObject({ checks: { database: "The database does not answer.", store: "ok" } });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

async function ready(url: string): Promise<{ status: number; checks: unknown }> {
  const response = await fetch(`${url}/readyz`, { headers: { host: "any.example" } });
  return { status: response.status, checks: (await response.json()).checks };
}

/** Whether the PostgreSQL of a data folder lives: its pid file goes with it. */
function isRunning(dataDir: string): boolean {
  const file = join(dataDir, "postgres", "data", "postmaster.pid");
  return existsSync(file) && readFileSync(file, "utf8") !== "";
}
