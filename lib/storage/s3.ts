import { Readable } from "node:stream";
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { type ByteRange, rangeLength } from "@/lib/http/ranges";
import { safeKey, safePrefix } from "@/lib/storage/keys";
import { type ObjectStore, PartCutShort, StoreUnavailable } from "@/lib/storage/port";
import { patience, type S3Settings, s3Client, within } from "@/lib/storage/s3-client";
import { isMissing, onS3 } from "@/lib/storage/s3-errors";
import { abortUploadsBefore, s3Parts, s3Presigner } from "@/lib/storage/s3-parts";
import { s3Reads } from "@/lib/storage/s3-reads";
import { sendBody } from "@/lib/storage/s3-send";
import { presignedGet } from "@/lib/storage/s3-signature";
import { coalesced } from "@/lib/storage/s3-stream";

/** Objects in a bucket, by plain S3 only: put, ranged get, head, delete, list, multipart, presign. */
export function s3Store(settings: S3Settings): ObjectStore {
  const { bucket, endpoint, publicEndpoint } = settings;
  const client = s3Client(settings, endpoint);
  const reads = s3Reads(settings, (key, range, signal) => read(client, bucket, key, range, signal));
  const publicClient = publicEndpoint === null ? null : s3Client(settings, publicEndpoint);
  return {
    ...s3Parts(client, bucket),
    head: async (key, signal) => onS3(key, head(client, bucket, safeKey(key), signal)),
    read: async (key, range, signal) => onS3(key, read(client, bucket, safeKey(key), range, signal)),
    readAt: async (key, position, into, signal) => onS3(key, reads.readAt(safeKey(key), position, into, signal)),
    readAhead: 4 * 1024 * 1024, // 1 MiB costs MinIO twice as much a byte, 256 KiB five times (docs/measurements.md)
    write: async (key, body, size) => onS3(key, write(client, bucket, safeKey(key), body, size)),
    delete: async (key) => onS3(key, remove(client, bucket, safeKey(key))),
    list: (prefix) => list(client, bucket, safePrefix(prefix)),
    presignRead: (reach, object, expiresIn) => {
      const at = reach === "inside" ? endpoint : publicEndpoint;
      return at && presignedGet({ ...settings, endpoint: at }, object, expiresIn, new Date());
    },
    presignPart: publicClient && s3Presigner(publicClient, bucket),
    sweep: (before) => onS3(bucket, abortUploadsBefore(client, bucket, before)),
    check: () => onS3(bucket, check(client, bucket)),
    close: async () => {
      reads.close();
      client.destroy();
      publicClient?.destroy();
    },
  };
}

async function head(client: S3Client, Bucket: string, Key: string, signal?: AbortSignal) {
  const command = new HeadObjectCommand({ Bucket, Key });
  const found = await within(patience.usual, signal, (abortSignal) => client.send(command, { abortSignal })).catch(
    unlessMissing,
  );
  return found && { size: found.ContentLength ?? 0, lastModified: found.LastModified ?? new Date(0) };
}

async function read(client: S3Client, Bucket: string, Key: string, range: ByteRange | null, signal: AbortSignal) {
  const command = new GetObjectCommand({ Bucket, Key, Range: range ? `bytes=${range.start}-${range.end}` : undefined });
  const answer = await within(patience.usual, signal, (abortSignal) => client.send(command, { abortSignal }));
  const { Body, ContentRange = "" } = answer;
  if (!(Body instanceof Readable)) throw new Error("The S3 client gave no stream.");
  const size = range ? rangeLength(range) : (answer.ContentLength ?? 0);
  if (range && !ContentRange.startsWith(`bytes ${range.start}-${range.end}/`)) {
    Body.destroy();
    throw new StoreUnavailable("The S3 server answered with other bytes than those of the range asked for.");
  }
  return coalesced(Body, size, signal);
}

async function write(
  client: S3Client,
  Bucket: string,
  Key: string,
  body: AsyncIterable<Uint8Array> | Uint8Array,
  size: number,
) {
  const target = { Bucket, Key, ContentLength: size };
  const put = (Body: Readable | Uint8Array) => new PutObjectCommand({ ...target, Body });
  if (!(body instanceof Uint8Array))
    await sendBody(body, size, undefined, (stream, abortSignal) => client.send(put(stream), { abortSignal }));
  else if (body.length !== size) throw new PartCutShort(size, body.length);
  // Bytes in memory can be sent again, so the SDK tries again by itself.
  else await within(patience.joining, undefined, (abortSignal) => client.send(put(body), { abortSignal }));
}

async function remove(client: S3Client, Bucket: string, Key: string): Promise<void> {
  const command = new DeleteObjectCommand({ Bucket, Key });
  await within(patience.usual, undefined, (abortSignal) => client.send(command, { abortSignal })).catch(unlessMissing);
}

async function* list(client: S3Client, Bucket: string, Prefix: string): AsyncGenerator<{ key: string; size: number }> {
  let ContinuationToken: string | undefined;
  do {
    const command: ListObjectsV2Command = new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken });
    const asked = within(patience.usual, undefined, (abortSignal) => client.send(command, { abortSignal }));
    const page = await onS3(Bucket, asked);
    for (const { Key = "", Size = 0 } of page.Contents ?? []) yield { key: Key, size: Size };
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
}

async function check(client: S3Client, Bucket: string): Promise<void> {
  const ask = new HeadBucketCommand({ Bucket });
  const found = await within(patience.usual, undefined, (abortSignal) => client.send(ask, { abortSignal })).catch(
    unlessMissing,
  );
  if (!found)
    await within(patience.usual, undefined, (abortSignal) =>
      client.send(new CreateBucketCommand({ Bucket }), { abortSignal }),
    );
}

function unlessMissing(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}
