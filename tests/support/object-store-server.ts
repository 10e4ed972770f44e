import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findMinio } from "./minio-binary";

export type ObjectStoreServer = {
  endpoint: string;
  accessKeyId: string;
  secretAccessKey: string;
  stop(): Promise<void>;
};

/** Where a house keeps its objects when it keeps them at that server. */
export const bucketSettings = (server: ObjectStoreServer, bucket: string): Record<string, string> => ({
  S3_ENDPOINT: server.endpoint,
  S3_BUCKET: bucket,
  S3_ACCESS_KEY_ID: server.accessKeyId,
  S3_SECRET_ACCESS_KEY: server.secretAccessKey,
});

/**
 * A real S3 server for a run of tests: the one at S3_TEST_ENDPOINT, or a MinIO of our own on a free port with a folder
 * of its own. Null, said loudly, when none can be had; an error where CI promises that there is one.
 */
export async function startObjectStoreServer(): Promise<ObjectStoreServer | null> {
  const given = process.env.S3_TEST_ENDPOINT;
  if (given) return givenServer(given);
  const minio = await findMinio();
  if ("path" in minio) return startMinio(minio.path);
  if (process.env.CI === "true") throw new Error(`No S3 server for the tests: ${minio.reason}`);
  console.warn(`\nSKIPPED: all tests on S3. ${minio.reason}\n`);
  return null;
}

function givenServer(endpoint: string): ObjectStoreServer {
  const { S3_TEST_ACCESS_KEY: accessKeyId = "", S3_TEST_SECRET_KEY: secretAccessKey = "" } = process.env;
  return { endpoint, accessKeyId, secretAccessKey, stop: async () => {} };
}

async function startMinio(path: string): Promise<ObjectStoreServer> {
  const { kill: _, revive: __, ...server } = await mortalMinio(path);
  return server;
}

/** A MinIO that may be killed at any moment, and comes back with what it had. */
export async function mortalMinio(path: string) {
  const folder = await mkdtemp(join(tmpdir(), "longwave-minio-"));
  const endpoint = `http://127.0.0.1:${await freePort()}`;
  const [accessKeyId, secretAccessKey] = [randomBytes(8).toString("hex"), randomBytes(16).toString("hex")];
  const begin = () =>
    spawn(path, ["server", folder, "--quiet", "--address", new URL(endpoint).host], {
      env: { ...process.env, MINIO_ROOT_USER: accessKeyId, MINIO_ROOT_PASSWORD: secretAccessKey, MINIO_BROWSER: "off" },
      stdio: "ignore",
    });
  let server = begin();
  const kill = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, "close");
    server.kill("SIGKILL");
    await ended;
  };
  const stop = async () => {
    await kill();
    await rm(folder, { recursive: true, force: true });
  };
  const isUp = async () => {
    if (await answers(endpoint, () => server.exitCode === null)) return;
    await stop();
    throw new Error(`MinIO (${path}) did not start${existsSync(path) ? "" : ": the file is gone"}.`);
  };
  await isUp();
  const revive = async () => {
    server = begin();
    await isUp();
  };
  return { endpoint, accessKeyId, secretAccessKey, stop, kill, revive };
}

async function answers(endpoint: string, alive: () => boolean): Promise<boolean> {
  const deadline = Date.now() + 30_000;
  while (alive() && Date.now() < deadline) {
    const answer = await fetch(`${endpoint}/minio/health/ready`).catch(() => null);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}
