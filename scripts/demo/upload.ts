import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { CommandError } from "../longwave/command";
import { type ApiClient, Refused } from "./api-client";

type Part = { number: number; size: number; url: string };
type Upload = { id: string; partSize: number; parts: Part[] };
type Checked = { media: { id: string; state: "checking" | "ready" | "refused"; reason: string | null } };

const AT_ONCE = 3;
const ATTEMPTS = 3;
const POLL_MS = 250;
const PATIENCE_MS = 10 * 60_000;

/** Sends a file in parts and waits until the house has checked it. Throws Refused with the house's reason. */
export async function uploadFile(
  api: ApiClient,
  slug: string,
  path: string,
): Promise<{ mediaId: string; sha256: string }> {
  await using file = await open(path);
  const { size } = await file.stat();
  const type = path.toLowerCase().endsWith(".mp3") ? "audio/mpeg" : "audio/mp4";
  const upload = await api.post<Upload>(`/shows/${slug}/uploads`, { filename: basename(path), size, type });
  const [sha256] = await Promise.all([hashOf(path), sendParts(api, file, upload)]);
  const { media } = await api.post<Checked>(`/uploads/${upload.id}/completion`, { sha256 });
  await untilReady(api, media.id);
  return { mediaId: media.id, sha256 };
}

async function sendParts(api: ApiClient, file: FileHandle, { parts, partSize }: Upload): Promise<void> {
  const waiting = parts[Symbol.iterator]();
  const send = async () => {
    for (const part of waiting) {
      const bytes = Buffer.alloc(part.size);
      await file.read(bytes, 0, part.size, (part.number - 1) * partSize);
      await sendPart(api, part, bytes);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
}

/** Sending a part again is harmless, so a lost connection is no loss. The address is signed: no token goes with it. */
async function sendPart(api: ApiClient, part: Part, bytes: Buffer<ArrayBuffer>, attempt = 1): Promise<void> {
  const digest = `sha-256=:${createHash("sha256").update(bytes).digest("base64")}:`;
  const headers = part.url.startsWith(`${api.appUrl}/`) ? { "content-digest": digest } : undefined;
  const response = await fetch(part.url, { method: "PUT", body: bytes, headers }).catch((error: Error) => error);
  if (response instanceof Response && response.ok) return;
  if (attempt < ATTEMPTS && (response instanceof Error || response.status >= 500)) {
    await pause(attempt * 500);
    return sendPart(api, part, bytes, attempt + 1);
  }
  if (response instanceof Error) throw response;
  throw new Refused(response.status, `Part ${part.number} was not taken (${response.status}).`);
}

async function untilReady(api: ApiClient, id: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const { media } = await api.get<Checked>(`/media/${id}`);
    if (media.state === "ready") return;
    if (media.state === "refused") throw new Refused(422, media.reason ?? "The house refused it.");
    await pause(POLL_MS);
  }
  throw new CommandError("not-checked", "The file was not checked in ten minutes. Is a worker running?");
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
