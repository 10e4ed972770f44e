import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "./free-port";

/** Where Debian keeps it, off the PATH of ordinary users. */
process.env.PATH = `${process.env.PATH}:/usr/sbin`;

export type Front = { url: string; stop(): Promise<void> };
/** `port`: where the app believes to be. */
type Behind = { app: string; dataDir: string; s3: string | null; port?: number };

/** The real nginx with deploy/nginx.conf, changed where an operator changes it; without HTTPS. */
export async function startNginx(behind: Behind): Promise<Front> {
  const folder = await mkdtemp(join(tmpdir(), "longwave-nginx-"));
  const port = behind.port ?? (await freePort());
  await writeFile(join(folder, "longwave-s3.conf"), adapted(await readFile("deploy/longwave-s3.conf", "utf8"), behind));
  const site = adapted(await readFile("deploy/nginx.conf", "utf8"), behind)
    .replace("listen 443 ssl", `listen 127.0.0.1:${port}`)
    .replace("server_name pod.example.org", "server_name localhost")
    .replace(/^ *ssl_.*$/gm, "");
  await writeFile(join(folder, "nginx.conf"), surroundings(folder, site));
  const nginx = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"], { stdio: "inherit" });
  const url = `http://localhost:${port}`;
  return front(nginx, url, folder);
}

/** The real Caddy with deploy/Caddyfile, by plain http. */
export async function startCaddy(app: string): Promise<Front> {
  const folder = await mkdtemp(join(tmpdir(), "longwave-caddy-"));
  const url = `http://localhost:${await freePort()}`;
  const places = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const env = { ...process.env, ...places, LONGWAVE_SITE: url, LONGWAVE_UPSTREAM: new URL(app).host };
  return front(spawn("caddy", ["run", "--config", "deploy/Caddyfile"], { env, stdio: "ignore" }), url, folder);
}

/** Waits until the program answers. Its folder goes with it. */
async function front(program: ChildProcess, url: string, folder: string): Promise<Front> {
  await answering(url, program);
  return {
    url,
    async stop() {
      program.kill("SIGTERM");
      if (program.exitCode === null) await once(program, "close");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function adapted(configuration: string, { app, dataDir, s3 }: Behind): string {
  return configuration
    .replaceAll("127.0.0.1:3000", new URL(app).host)
    .replaceAll("/srv/longwave/.longwave", dataDir)
    .replaceAll("127.0.0.1:9000", new URL(s3 ?? "http://127.0.0.1:9").host);
}

function surroundings(folder: string, site: string): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (what) => `${what}_temp_path ${folder}/${what};`,
  );
  const user = process.getuid?.() === 0 ? "user root;" : "";
  return `${user} daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr crit;
    events {} http { access_log off; ${temporary.join(" ")} default_type application/octet-stream; ${site} }`;
}

async function answering(url: string, front: ChildProcess): Promise<void> {
  const giveUp = AbortSignal.timeout(30_000);
  while (!(await fetch(url).catch(() => null))) {
    if (front.exitCode !== null) throw new Error(`${front.spawnfile} ended with code ${front.exitCode}.`);
    await pause(20, undefined, { signal: giveUp });
  }
}
