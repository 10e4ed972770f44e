import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "./free-port";

/** Where Debian keeps it, off the PATH of ordinary users. */
process.env.PATH = `${process.env.PATH}:/usr/sbin`;

type Behind = { app: string; dataDir: string; s3: string | null };
export type Nginx = { url: string; stop(): Promise<void> };

/** The real nginx with deploy/nginx.conf, changed where an operator changes it; without HTTPS. */
export async function startNginx(behind: Behind): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), "longwave-nginx-"));
  const port = await freePort();
  await writeFile(join(folder, "longwave-s3.conf"), adapted(await readFile("deploy/longwave-s3.conf", "utf8"), behind));
  const site = adapted(await readFile("deploy/nginx.conf", "utf8"), behind)
    .replace("listen 443 ssl", `listen 127.0.0.1:${port}`)
    .replace("server_name pod.example.org", "server_name localhost")
    .replace(/^ *ssl_.*$/gm, "");
  await writeFile(join(folder, "nginx.conf"), surroundings(folder, site));
  const nginx = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"], { stdio: "inherit" });
  const url = `http://localhost:${port}`;
  await answering(url, nginx);
  return {
    url,
    async stop() {
      nginx.kill("SIGTERM");
      if (nginx.exitCode === null) await once(nginx, "close");
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

async function answering(url: string, nginx: ChildProcess): Promise<void> {
  const giveUp = AbortSignal.timeout(30_000);
  while (!(await fetch(url).catch(() => null))) {
    if (nginx.exitCode !== null) throw new Error(`nginx ended with code ${nginx.exitCode}.`);
    await pause(20, undefined, { signal: giveUp });
  }
}
