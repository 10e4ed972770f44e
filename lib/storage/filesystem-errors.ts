import { ObjectMissing, StoreUnavailable } from "@/lib/storage/port";

const sentences: Record<string, string> = {
  ENOSPC: "The disk with the data directory is full.",
  EDQUOT: "The disk quota of the data directory is used up.",
  EROFS: "The data directory is on a disk that can only be read.",
  EACCES: "The data directory may not be written or read by this user.",
  EPERM: "The data directory may not be written or read by this user.",
  EIO: "The disk with the data directory answers with errors.",
  EEXIST: "A file stands where the data directory should be.",
  ENOTDIR: "A file stands where the data directory should be.",
  EMFILE: "Too many files are open in this process.",
  ENFILE: "Too many files are open on this machine.",
};

/** Runs a filesystem operation; trouble with the disk becomes StoreUnavailable with a sentence. */
export async function onDisk<T>(operation: Promise<T>): Promise<T> {
  return operation.catch((error) => {
    const sentence = sentences[codeOf(error)];
    throw sentence ? new StoreUnavailable(sentence, { cause: error }) : error;
  });
}

/** Runs a filesystem operation on what is kept under `key`; an absent file becomes ObjectMissing. */
export async function missingOn<T>(key: string, operation: Promise<T>): Promise<T> {
  return operation.catch((error) => {
    throw isAbsence(error) ? new ObjectMissing(key, { cause: error }) : error;
  });
}

/** Whether the error says that there is no such file. */
export function isAbsence(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
