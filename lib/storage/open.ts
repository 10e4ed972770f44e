import { filesystemStore } from "@/lib/storage/filesystem";
import type { ObjectStore } from "@/lib/storage/port";
import { s3Store } from "@/lib/storage/s3";
import type { S3Settings } from "@/lib/storage/s3-client";

/** The bucket where S3 is set, else files in the data directory. Nothing is touched before the first call. */
export function openStore(settings: { s3: S3Settings | null; dataDir: string }): ObjectStore {
  return settings.s3 ? s3Store(settings.s3) : filesystemStore(settings.dataDir);
}
