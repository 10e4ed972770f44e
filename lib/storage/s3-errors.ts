import { S3ServiceException } from "@aws-sdk/client-s3";
import { ObjectMissing, PartCutShort, StoreUnavailable } from "@/lib/storage/port";

/** The last: a part is not there, or is there under another ETag. */
const missing = ["NoSuchKey", "NotFound", "NoSuchUpload", "InvalidPart"];

const sentences: Record<string, string> = {
  NoSuchBucket: "The S3 server has no such bucket (S3_BUCKET).",
  InvalidAccessKeyId: "The S3 server does not know S3_ACCESS_KEY_ID.",
  SignatureDoesNotMatch: "The S3 server refuses S3_SECRET_ACCESS_KEY.",
  AccessDenied: "The S3 server refuses this access key for this bucket.",
  RequestTimeTooSkewed: "The clocks of this machine and the S3 server differ too much.",
  XMinioStorageFull: "The disk of the S3 server is full.",
  QuotaExceeded: "The quota of the S3 bucket is used up.",
  ECONNREFUSED: "Nothing answers at S3_ENDPOINT.",
  ENOTFOUND: "The name in S3_ENDPOINT is not known.",
};

/** Runs a call about `key`; what S3 says becomes ObjectMissing or StoreUnavailable. */
export async function onS3<T>(key: string, call: Promise<T>): Promise<T> {
  return call.catch((error) => {
    throw asOurs(key, error);
  });
}

/** Whether the error says that there is no such object, upload or part. */
export function isMissing(error: unknown): boolean {
  return error instanceof S3ServiceException && missing.includes(error.name);
}

function asOurs(key: string, error: unknown): unknown {
  if (error instanceof ObjectMissing || error instanceof PartCutShort || error instanceof StoreUnavailable)
    return error;
  if (isMissing(error)) return new ObjectMissing(key, { cause: error });
  const code = nameOf(error);
  const sentence = sentences[code] ?? (isTrouble(error) ? `The S3 server is away or in trouble (${code}).` : null);
  return sentence ? new StoreUnavailable(sentence, { cause: error }) : error;
}

function isTrouble(error: unknown): boolean {
  if (error instanceof S3ServiceException)
    return [401, 403, 503, 507].includes(statusOf(error)) || statusOf(error) >= 500;
  if (!(error instanceof Error)) return false;
  return (
    "syscall" in error || /^UND_ERR_/.test(nameOf(error)) || ["TimeoutError", "NetworkingError"].includes(error.name)
  );
}

function statusOf(error: S3ServiceException): number {
  return error.$metadata.httpStatusCode ?? 0;
}

function nameOf(error: unknown): string {
  if (error instanceof AggregateError) return nameOf(error.errors[0]);
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return error instanceof Error ? error.name : "unknown";
}
