import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  type S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { safeKey } from "@/lib/storage/keys";
import type { ObjectStore } from "@/lib/storage/port";
import { patience, within } from "@/lib/storage/s3-client";
import { isMissing, onS3 } from "@/lib/storage/s3-errors";
import { sendBody } from "@/lib/storage/s3-send";

type Parts = Pick<ObjectStore, "createParts" | "writePart" | "completeParts" | "abortParts" | "listParts">;

/** S3's multipart upload. */
export function s3Parts(client: S3Client, Bucket: string): Parts {
  return {
    createParts: async (Key) => {
      const command = new CreateMultipartUploadCommand({ Bucket, Key: safeKey(Key) });
      const { UploadId } = await onS3(
        Key,
        ask((abortSignal) => client.send(command, { abortSignal })),
      );
      if (!UploadId) throw new Error("The S3 server began an upload without giving its id.");
      return UploadId;
    },
    writePart: async ({ key, uploadId, number, size }, body, signal) => {
      const target = { Bucket, Key: key, UploadId: uploadId, PartNumber: number, ContentLength: size };
      const sent = sendBody(body, size, signal, (Body, abortSignal) =>
        client.send(new UploadPartCommand({ ...target, Body }), { abortSignal }),
      );
      return { etag: (await onS3(key, sent)).ETag ?? "" };
    },
    completeParts: (key, uploadId, parts) =>
      onS3(key, complete(client, { Bucket, Key: key, UploadId: uploadId }, parts)),
    abortParts: async (Key, UploadId) => {
      const command = new AbortMultipartUploadCommand({ Bucket, Key, UploadId });
      await onS3(Key, ask((abortSignal) => client.send(command, { abortSignal })).catch(unlessMissing));
    },
    listParts: (Key, UploadId) => onS3(Key, Array.fromAsync(listParts(client, { Bucket, Key, UploadId }))),
  };
}

/** Addresses for browsers, signed for the server's public name and for the exact length of the part. */
export function s3Presigner(client: S3Client, Bucket: string): NonNullable<ObjectStore["presignPart"]> {
  return ({ key, uploadId, number, size }, expiresIn) => {
    const target = { Bucket, Key: key, UploadId: uploadId, PartNumber: number, ContentLength: size };
    const signableHeaders = new Set(["host", "content-length"]);
    return getSignedUrl(client, new UploadPartCommand(target), { expiresIn, signableHeaders });
  };
}

/** Aborts the uploads begun before that time. Servers that cannot list uploads (MinIO) sweep by themselves. */
export async function abortUploadsBefore(client: S3Client, Bucket: string, before: Date): Promise<void> {
  let more: { KeyMarker?: string; UploadIdMarker?: string } | null = {};
  while (more) {
    const command: ListMultipartUploadsCommand = new ListMultipartUploadsCommand({ Bucket, ...more });
    const page = await ask((abortSignal) => client.send(command, { abortSignal }));
    for (const { Key, UploadId, Initiated } of page.Uploads ?? [])
      if (Key && UploadId && Initiated && Initiated < before)
        await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId })).catch(unlessMissing);
    more = page.IsTruncated ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker } : null;
  }
}

type Upload = { Bucket: string; Key: string; UploadId: string };

async function complete(
  client: S3Client,
  upload: Upload,
  parts: { number: number; etag: string; size: number }[],
): Promise<void> {
  const Parts = parts.map(({ number, etag }) => ({ PartNumber: number, ETag: etag }));
  const command = new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } });
  try {
    await within(patience.joining, undefined, (abortSignal) => client.send(command, { abortSignal }));
  } catch (error) {
    // Done before, and the answer was lost: the object is there.
    if (!isMissing(error) || !(await isThere(client, upload, parts))) throw error;
  }
}

async function isThere(client: S3Client, { Bucket, Key }: Upload, parts: { size: number }[]): Promise<boolean> {
  const command = new HeadObjectCommand({ Bucket, Key });
  const found = await ask((abortSignal) => client.send(command, { abortSignal })).catch(unlessMissing);
  return found?.ContentLength === parts.reduce((sum, { size }) => sum + size, 0);
}

async function* listParts(
  client: S3Client,
  upload: Upload,
): AsyncGenerator<{ number: number; size: number; etag: string }> {
  let PartNumberMarker: string | undefined;
  do {
    const command: ListPartsCommand = new ListPartsCommand({ ...upload, PartNumberMarker });
    const page = await ask((abortSignal) => client.send(command, { abortSignal }));
    for (const { PartNumber = 0, Size = 0, ETag = "" } of page.Parts ?? [])
      yield { number: PartNumber, size: Size, etag: ETag };
    PartNumberMarker = page.IsTruncated ? page.NextPartNumberMarker : undefined;
  } while (PartNumberMarker);
}

function ask<T>(call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return within(patience.usual, undefined, call);
}

function unlessMissing(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}
