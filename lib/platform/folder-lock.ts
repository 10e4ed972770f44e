import { createHash, randomBytes, randomInt } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export type Lock = { release(): Promise<void> };
type Claim = { path: string; won: boolean; server: Server };

const attempts = 50;
const longestPath = 100; // bytes: a socket's path may have 104 on macOS, 108 on Linux

/**
 * One process at a time holds a folder; null when another does. A claim is a listening socket, so it ends with its process
 * however that ends. Everybody puts up a claim of their own first and looks at the others' afterwards, so of two at the
 * same moment at least one sees the other; who meets somebody still looking steps back and tries again.
 */
export async function lockFolder(folder: string): Promise<Lock | null> {
  const place = lockPlace(folder);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  for (let attempt = 0; attempt < attempts; attempt++) {
    const claim = await putUp(place);
    const others = await listAnswers(place, claim.path);
    claim.won = others.length === 0;
    if (claim.won) return { release: () => takeDown(claim) };
    await takeDown(claim);
    if (others.includes("held")) return null;
    await pause(randomInt(10, 100));
  }
  return null;
}

/** Whether a live process holds the folder. */
export async function isFolderLocked(folder: string): Promise<boolean> {
  const place = lockPlace(folder);
  return existsSync(place) && (await listAnswers(place, "")).includes("held");
}

function lockPlace(folder: string): string {
  const inside = join(folder, "lock");
  if (Buffer.byteLength(join(inside, "claim-00000000")) <= longestPath) return inside;
  return join(tmpdir(), `longwave-${createHash("sha256").update(folder).digest("hex").slice(0, 32)}`);
}

/** It gets its name when it listens already: a claim that does not answer is a dead one, never one about to listen. */
async function putUp(place: string): Promise<Claim> {
  const id = randomBytes(4).toString("hex");
  const [unnamed, path] = [join(place, `fresh-${id}`), join(place, `claim-${id}`)];
  const server = createServer((socket) => socket.on("error", () => {}).end(claim.won ? "held" : "looking"));
  const claim: Claim = { path, won: false, server };
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(unnamed, resolve));
  server.unref();
  renameSync(unnamed, path);
  return claim;
}

function takeDown({ server, path }: Claim): Promise<void> {
  rmSync(path, { force: true });
  return new Promise((resolve) => server.close(() => resolve()));
}

/** What the other claims say; the dead ones are cleared away. */
async function listAnswers(place: string, ownPath: string): Promise<string[]> {
  const paths = readdirSync(place)
    .filter((name) => name.startsWith("claim-"))
    .map((name) => join(place, name));
  const answers = await Promise.all(paths.filter((path) => path !== ownPath).map(ask));
  return answers.filter((answer) => answer !== null);
}

function ask(path: string): Promise<string | null> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(path).setEncoding("utf8");
    socket.on("data", (chunk) => (answer += chunk));
    socket.on("end", () => resolve(answer));
    socket.setTimeout(5_000, () => socket.destroy(new Error("It is there, but busy.")));
    socket.on("error", ({ code }: NodeJS.ErrnoException) => {
      if (code === "ECONNREFUSED") rmSync(path, { force: true });
      resolve(code === "ECONNREFUSED" || code === "ENOENT" ? null : "held");
    });
  });
}
