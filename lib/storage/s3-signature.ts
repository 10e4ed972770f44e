import { createHash, createHmac } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { S3Settings } from "@/lib/storage/s3-client";

/** A signature holds for 15 minutes at the S3 server; it is used for a third of them. */
const VALID_MS = 5 * 60_000;

export type SignedGet = { path: string; headers: Record<string, string> };

/**
 * Signs GETs of a bucket's objects (AWS Signature Version 4). What is signed does not name the range, so one signature
 * serves every read of an object for five minutes: signing costs nothing.
 */
export function getSigner({ endpoint, region, bucket, accessKeyId, secretAccessKey }: S3Settings) {
  const { host, pathname } = new URL(endpoint);
  const signed = new LRUCache<string, SignedGet>({ max: 10_000, ttl: VALID_MS });
  return (key: string, now: Date): SignedGet => {
    const known = signed.get(key);
    if (known) return known;
    const path = `${pathname.replace(/\/$/, "")}/${[bucket, ...key.split("/")].map(encode).join("/")}`;
    const time = now.toISOString().replace(/[-:]|\.\d+/g, "");
    const scope = `${time.slice(0, 8)}/${region}/s3/aws4_request`;
    const names = "host;x-amz-content-sha256;x-amz-date";
    const canonical = `GET\n${path}\n\nhost:${host}\nx-amz-content-sha256:UNSIGNED-PAYLOAD\nx-amz-date:${time}\n\n${names}\nUNSIGNED-PAYLOAD`;
    const toSign = `AWS4-HMAC-SHA256\n${time}\n${scope}\n${createHash("sha256").update(canonical).digest("hex")}`;
    const signingKey = scope.split("/").reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
    const signature = hmac(signingKey, toSign).toString("hex");
    const headers = {
      host,
      "x-amz-content-sha256": "UNSIGNED-PAYLOAD",
      "x-amz-date": time,
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
    };
    signed.set(key, { path, headers });
    return { path, headers };
  };
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

/** RFC 3986: what encodeURIComponent leaves as it is, and S3 does not. */
function encode(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
