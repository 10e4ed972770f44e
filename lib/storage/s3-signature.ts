import { createHash, createHmac } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { S3Settings } from "@/lib/storage/s3-client";

/** A signature holds for 15 minutes at the S3 server; it is used for a third of them. */
const VALID_MS = 5 * 60_000;

const ALGORITHM = "AWS4-HMAC-SHA256";
const UNSIGNED = "UNSIGNED-PAYLOAD";

export type SignedGet = { path: string; headers: Record<string, string> };

/**
 * Signs GETs of a bucket's objects (AWS Signature Version 4). What is signed does not name the range, so one signature
 * serves every read of an object for five minutes: signing costs nothing.
 */
export function getSigner(settings: S3Settings) {
  const signed = new LRUCache<string, SignedGet>({ max: 10_000, ttl: VALID_MS });
  return (key: string, now: Date): SignedGet => {
    const known = signed.get(key);
    if (known) return known;
    const { host, path } = placeOf(settings, key);
    const scope = scopeOf(settings, now);
    const names = "host;x-amz-content-sha256;x-amz-date";
    const headers = { host, "x-amz-content-sha256": UNSIGNED, "x-amz-date": scope.time };
    const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}`);
    const signature = sign(settings, scope, ["GET", path, "", ...lines, "", names, UNSIGNED]);
    const authorization = `${ALGORITHM} Credential=${scope.credential}, SignedHeaders=${names}, Signature=${signature}`;
    const made = { path, headers: { ...headers, authorization } };
    signed.set(key, made);
    return made;
  };
}

/** An address that anybody may GET the object from, for `expiresIn` seconds, with the headers given. */
export function presignedGet(
  settings: S3Settings,
  { key, contentType, cacheControl }: { key: string; contentType: string; cacheControl: string },
  expiresIn: number,
  now: Date,
): string {
  const { origin, host, path } = placeOf(settings, key);
  const scope = scopeOf(settings, now);
  const query = Object.entries({
    "X-Amz-Algorithm": ALGORITHM,
    "X-Amz-Credential": scope.credential,
    "X-Amz-Date": scope.time,
    "X-Amz-Expires": String(expiresIn),
    "X-Amz-SignedHeaders": "host",
    "response-cache-control": cacheControl,
    "response-content-type": contentType,
  })
    .map(([name, value]) => `${name}=${encode(value)}`)
    .join("&");
  const signature = sign(settings, scope, ["GET", path, query, `host:${host}`, "", "host", UNSIGNED]);
  return `${origin}${path}?${query}&X-Amz-Signature=${signature}`;
}

type Scope = { time: string; name: string; credential: string };

function placeOf({ endpoint, bucket }: S3Settings, key: string) {
  const { origin, host, pathname } = new URL(endpoint);
  return { origin, host, path: `${pathname.replace(/\/$/, "")}/${[bucket, ...key.split("/")].map(encode).join("/")}` };
}

function scopeOf({ region, accessKeyId }: S3Settings, now: Date): Scope {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const name = `${time.slice(0, 8)}/${region}/s3/aws4_request`;
  return { time, name, credential: `${accessKeyId}/${name}` };
}

function sign({ secretAccessKey }: S3Settings, { time, name }: Scope, canonical: string[]): string {
  const digest = createHash("sha256").update(canonical.join("\n")).digest("hex");
  const key = name.split("/").reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  return hmac(key, `${ALGORITHM}\n${time}\n${name}\n${digest}`).toString("hex");
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

/** RFC 3986: what encodeURIComponent leaves as it is, and S3 does not. */
function encode(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
