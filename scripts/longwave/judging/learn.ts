import type { Asker, Reached } from "@/lib/delivery/judge/ask";
import type { Subject } from "@/lib/delivery/judge/case";
import { CommandError } from "../command";

/** What is learnt of the bytes at the beginning and at the end, for comparing parts with. */
const BEGINNING = 1024 ** 2;
const END = 65_536;

/** Fewer hardly have a middle. */
const LEAST = 100;

export type Learnt = { subject: Subject; url: URL; hops: URL[]; type: string | null };

type Ask = (headers: Record<string, string>, limit: number) => Promise<Reached>;

/** Gets to know what the URL gives out, without reading more than a little of it. Throws CommandError where there is nothing to judge. */
export async function learn(url: URL, asker: Asker, signal: AbortSignal): Promise<Learnt> {
  const ask: Ask = (headers, limit) => {
    const sent = { "accept-encoding": "identity", ...headers };
    return asker.ask(url, { method: "GET", headers: sent, limit, patience: 20_000, signal });
  };
  const first = await ask({}, BEGINNING).catch((error) => {
    throw unreachable(url, error);
  });
  if (first.status !== 200) throw refusedWith(first);
  const size = await sizeOf(first, ask);
  if (size < LEAST)
    throw new CommandError("too-small", `It has ${size} bytes: too few to judge ranges by. Take an episode.`);
  const end = first.ended ? null : await endOf(size, ask);
  const { etag = null, "last-modified": lastModified = null, "content-type": type = null } = first.headers;
  const dated = lastModified !== null && !Number.isNaN(Date.parse(lastModified));
  const subject: Subject = {
    size,
    etag,
    lastModified: dated ? lastModified : null,
    isText: /xml|json|^text\//i.test(type ?? ""),
    bytes: (from, to) => within(first.body, 0, from, to) ?? (end && within(end, size - end.length, from, to)),
  };
  return { subject, url: first.url, hops: first.hops, type };
}

async function sizeOf({ headers, body, ended }: Reached, ask: Ask): Promise<number> {
  if (headers["content-length"] !== undefined) return Number(headers["content-length"]);
  if (ended) return body.length;
  const one = await ask({ range: "bytes=0-0" }, 1024);
  const [, total] = /^bytes 0-0\/(\d+)$/.exec(one.headers["content-range"] ?? "") ?? [];
  if (total) return Number(total);
  throw new CommandError(
    "endless",
    `It does not say how long it is, and had not ended after ${body.length} bytes. A player cannot seek in that, nor know when a download is complete: send Content-Length.`,
  );
}

/** The last bytes, where ranges work; null where they do not. */
async function endOf(size: number, ask: Ask): Promise<Buffer | null> {
  const start = Math.max(0, size - END);
  const { status, headers, body } = await ask({ range: `bytes=${start}-${size - 1}` }, END);
  const isRight = status === 206 && headers["content-range"] === `bytes ${start}-${size - 1}/${size}`;
  return isRight && body.length === size - start ? body : null;
}

function within(known: Buffer, offset: number, from: number, to: number): Buffer | null {
  const isThere = from >= offset && to < offset + known.length;
  return isThere ? known.subarray(from - offset, to + 1 - offset) : null;
}

function refusedWith({ status, url }: Reached): CommandError {
  if (status === 404 || status === 410)
    return new CommandError("nothing-there", `There is nothing at ${url} (${status}).`);
  if (status === 401 || status === 403)
    return new CommandError("not-public", `${url} is not given to everybody (${status}). Listeners have no password.`);
  if (status === 429)
    return new CommandError("too-many", `${url} asks not to be asked so often (429). Try again later.`);
  return new CommandError(
    "no-file",
    `${url} answers ${status} instead of 200 to a plain GET: there is nothing to judge.`,
  );
}

const reasons: [RegExp, (host: string) => string][] = [
  [/ENOTFOUND|EAI_AGAIN/, (host) => `There is no host of the name ${host}, as far as this machine can tell.`],
  [/ECONNREFUSED/, (host) => `Nothing listens at ${host}.`],
  [/EHOSTUNREACH|ENETUNREACH/, (host) => `There is no way from this machine to ${host}.`],
  [/TIMEOUT|ETIMEDOUT|ABORT_ERR/i, (host) => `${host} did not answer within 20 seconds.`],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/i,
    (host) => `The certificate of ${host} is not one that players accept.`,
  ],
  [/EPROTO|ERR_SSL/, (host) => `${host} does not speak TLS there: is it http:// rather than https://?`],
];

function unreachable({ host }: URL, error: Error & { code?: string; cause?: Error }): CommandError {
  const told = `${error.name} ${error.code ?? ""} ${error.cause?.name ?? ""}`;
  const found = reasons.find(([pattern]) => pattern.test(told));
  return new CommandError("unreachable", found ? found[1](host) : `${host} gives no proper answer: ${error.message}`, {
    cause: error,
  });
}
