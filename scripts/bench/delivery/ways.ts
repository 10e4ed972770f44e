import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { s3Store } from "@/lib/storage/s3";
import { freePort } from "@/tests/support/free-port";
import { startServer } from "@/tests/support/house";
import type { ObjectStoreServer } from "@/tests/support/object-store-server";
import { runNpm } from "@/tests/support/programs";
import type { Way } from "./load";

const ours = ["--import", "./scripts/alias.mjs"];

/** What runs for the bench and ends with it. */
export type Running = Way & { stop(): Promise<void> };
export type HouseWay = Running & { feed: string };

/** The whole house in production, with the file as an episode's audio; everything on. */
export async function house(name: string, file: string, settings: Record<string, string>): Promise<HouseWay> {
  const server = await startServer(() => ({ LOG_LEVEL: "error", ...settings }));
  const { stdout } = await runNpm(["demo", "--", "--audio", dirname(file)], server.settings);
  const demo = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
  return { name, url: demo.episodes[0].enclosure, feed: demo.feed, pid: server.pid, stop: server.stop };
}

/** One of the plainest servers, by Node alone (bare.ts). */
export async function bare(name: string, way: string, from: string): Promise<Running> {
  const child = fork("scripts/bench/delivery/bare.ts", [way, from], { execArgv: ours });
  const [{ port }] = await once(child, "message");
  const stop = async () => child.disconnect();
  return { name, url: `http://127.0.0.1:${port}/`, pid: child.pid ?? 0, stop };
}

/** nginx with sendfile in one process; null where it is not installed. */
export async function nginx(file: string): Promise<Running | null> {
  const folder = await mkdtemp(join(tmpdir(), "longwave-bench-nginx-"));
  const port = await freePort();
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (what) => `${what}_temp_path ${folder}/${what};`,
  );
  await writeFile(
    join(folder, "nginx.conf"),
    `${process.getuid?.() === 0 ? "user root;" : ""} daemon off; master_process off; pid ${folder}/pid; error_log stderr crit;
    events {} http { access_log off; sendfile on; tcp_nopush off; keepalive_requests 1000000; ${temporary.join(" ")}
    server { listen 127.0.0.1:${port}; location / { alias ${dirname(file)}/; } } }`,
  );
  const PATH = `${process.env.PATH}:/usr/sbin`;
  const child = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"], {
    env: { ...process.env, PATH },
  });
  const started = await Promise.race([once(child, "spawn").then(() => true), once(child, "error").then(() => false)]);
  const url = `http://127.0.0.1:${port}/${file.slice(dirname(file).length + 1)}`;
  const stop = async () => {
    child.kill();
    await rm(folder, { recursive: true });
  };
  if (started) return { name: "nginx, sendfile", url, pid: child.pid ?? 0, stop };
  await rm(folder, { recursive: true });
  return null;
}

/** A pipe from MinIO by undici, at an address that is signed already. */
export async function pipeFrom(server: ObjectStoreServer, bytes: Buffer): Promise<Running> {
  const store = s3Store({ ...server, region: "us-east-1", bucket: "longwave-bench", publicEndpoint: null });
  await store.check();
  await store.write("audio.mp3", bytes, bytes.length);
  const object = { key: "audio.mp3", contentType: "audio/mpeg", cacheControl: "public" };
  const address = store.presignRead("inside", object, 3600) ?? "";
  await store.close();
  return bare("undici pipe from MinIO", "undici", address);
}

/** A folder with nothing in it but the file, whose name is its title. */
export async function folderWith(bytes: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "longwave-bench-"));
  await mkdir(join(folder, "audio"));
  const file = join(folder, "audio", "Bench.mp3");
  await writeFile(file, bytes);
  return file;
}
