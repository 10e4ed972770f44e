import { digestOf, sha256 } from "./hash";

/** What became of a part: it is there, the way was cut, or it was refused. */
export type Sent = { kind: "there" } | { kind: "lost" } | { kind: "refused"; status: number };

/** Nothing moved for so long: the network is gone, whatever the browser says. */
const STALLED_MS = 30_000;

/** PUTs the bytes, telling how many have gone. Throws when the file can no longer be read. */
export async function sendPart(
  url: string,
  piece: Blob,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Sent> {
  const bytes = new Uint8Array(await piece.arrayBuffer());
  const ours = new URL(url).origin === location.origin;
  const digest = ours ? digestOf(await sha256(bytes)) : null;
  if (signal.aborted) return { kind: "lost" };
  return put(url, bytes, digest, onProgress, signal);
}

function put(
  url: string,
  bytes: Uint8Array<ArrayBuffer>,
  digest: string | null,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let guard = setTimeout(() => request.abort(), STALLED_MS);
    const end = (sent: Sent) => {
      clearTimeout(guard);
      signal.removeEventListener("abort", stop);
      resolve(sent);
    };
    const stop = () => request.abort();
    signal.addEventListener("abort", stop);
    request.upload.onprogress = ({ loaded }) => {
      clearTimeout(guard);
      guard = setTimeout(() => request.abort(), STALLED_MS);
      onProgress(loaded);
    };
    request.onload = () => {
      const { status } = request;
      if (status >= 200 && status < 300) end({ kind: "there" });
      else end(status >= 500 ? { kind: "lost" } : { kind: "refused", status });
    };
    request.onerror = () => end({ kind: "lost" });
    request.onabort = () => end({ kind: "lost" });
    request.open("PUT", url);
    if (digest) request.setRequestHeader("content-digest", digest);
    request.send(bytes);
  });
}
