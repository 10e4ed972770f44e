import { S3Client } from "@aws-sdk/client-s3";
import { StoreUnavailable } from "@/lib/storage/port";

/** An S3 server and a bucket on it. `publicEndpoint`: where browsers reach the same server, null when they cannot. */
export type S3Settings = {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  publicEndpoint: string | null;
};

export const connectMs = 5_000;

/**
 * Answers to small questions come in milliseconds; joining thousands of parts may take minutes. Of a body that is sent, `taking`
 * is for how long the server may take nothing, and let the answer wait once it has all.
 */
export const patience = { usual: 30_000, joining: 300_000, taking: 60_000 };

/** A client for streaming: a listener keeps a socket for as long as the download lasts. */
export function s3Client(settings: S3Settings, endpoint: string): S3Client {
  const { region, accessKeyId, secretAccessKey } = settings;
  const agent = { keepAlive: true, maxSockets: 512 };
  return new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true,
    // Not every S3 server knows the newer checksums; ours are in the database.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    expectContinueHeader: false,
    // Every failure is thrown to whoever asked, who logs it.
    logger: { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore },
    requestHandler: { connectionTimeout: connectMs, httpAgent: agent, httpsAgent: agent },
  });
}

function ignore(): void {}

/** Runs one call with a time limit until its answer begins; its body may take as long as it likes. */
export async function within<T>(
  milliseconds: number,
  signal: AbortSignal | undefined,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const reason = new StoreUnavailable(`The S3 server did not answer within ${milliseconds / 1000} seconds.`);
  const timer = setTimeout(() => stop.abort(reason), milliseconds);
  const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  try {
    either.throwIfAborted();
    return await call(either);
  } catch (error) {
    throw either.aborted ? either.reason : error;
  } finally {
    clearTimeout(timer);
  }
}
