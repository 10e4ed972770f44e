import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

// The last community release: archived, but the Go module proxy keeps its source.
const source = "github.com/minio/minio@v0.0.0-20260212201848-7aac2a2c5b7c";

type Found = { path: string } | { reason: string };

/** A MinIO program: on PATH, in the cache folder, or built once into that folder where Go 1.24 is there. */
export async function findMinio(): Promise<Found> {
  const onPath = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "minio"));
  const path = [...onPath, join(cacheFolder(), "minio")].find((candidate) => existsSync(candidate));
  return path ? { path } : buildMinio();
}

async function buildMinio(): Promise<Found> {
  const how = "Set S3_TEST_ENDPOINT, put minio on PATH, or install Go 1.24 or newer.";
  const go = ["go", "/usr/local/go/bin/go"].find((command) => command === "go" || existsSync(command)) ?? "go";
  const version = /go(\d+)\.(\d+)/.exec(
    await promisify(execFile)(go, ["version"]).then(
      (r) => r.stdout,
      () => "",
    ),
  );
  if (!version) return { reason: `There is no MinIO and no Go to build it with. ${how}` };
  if (Number(version[1]) === 1 && Number(version[2]) < 24)
    return { reason: `Go ${version[1]}.${version[2]} is too old to build MinIO. ${how}` };
  console.warn(`\nBuilding MinIO once for the tests, into ${cacheFolder()}: this takes 3 to 4 minutes.\n`);
  await mkdir(cacheFolder(), { recursive: true });
  const built = await succeeds(go, ["install", source], { ...process.env, GOBIN: cacheFolder(), GOTOOLCHAIN: "local" });
  return built ? { path: join(cacheFolder(), "minio") } : { reason: `Building MinIO failed (see above). ${how}` };
}

/** Outside the clone, so that a fresh one does not build again. */
function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "longwave", "bin");
}

function succeeds(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: ["ignore", "ignore", "inherit"] });
    child.once("error", () => resolve(false));
    child.once("close", (code) => resolve(code === 0));
  });
}
