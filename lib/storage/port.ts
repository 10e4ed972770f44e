import type { ByteRange } from "@/lib/http/ranges";

/**
 * Where objects are kept. A key is a relative path of safe segments (`lib/storage/keys.ts`).
 * Every call may throw StoreUnavailable: the store is away, full or refuses us, and nothing was changed.
 */
export type ObjectStore = {
  head(key: string, signal?: AbortSignal): Promise<{ size: number; lastModified: Date } | null>;
  /**
   * Opens the object, whole when `range` is null. Aborting or cancelling frees the handle or socket at once.
   * A read that fails under way errors the stream: too few bytes, never wrong ones. Throws ObjectMissing.
   */
  read(key: string, range: ByteRange | null, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  /**
   * Fills the buffers, one after the other, with the object's bytes from `position` on. Throws ObjectMissing; an object that
   * ends before is an error. An abort frees the socket at once and may leave anything in the buffers.
   */
  readAt(key: string, position: number, into: Uint8Array[], signal: AbortSignal): Promise<void>;
  /** So many bytes are best asked for at once by who wants all that follows. */
  readonly readAhead: number;
  /** The object is there whole and durably, or not at all. Throws PartCutShort when `body` is not `size` bytes. */
  write(key: string, body: AsyncIterable<Uint8Array> | Uint8Array, size: number): Promise<void>;
  /** An absent object is fine. */
  delete(key: string): Promise<void>;
  /** In the order of the keys. */
  list(prefix: string): AsyncIterable<{ key: string; size: number }>;
  /** Begins an upload in parts and gives the store's own id for it. */
  createParts(key: string): Promise<string>;
  /**
   * Durable when it returns. Throws PartCutShort when `body` is not `size` bytes, ObjectMissing when the upload is over.
   * A part that fails, or is sent again, leaves its place undefined until a call for it returns: forget it first.
   */
  writePart(part: Part, body: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<{ etag: string }>;
  /**
   * The parts become the object, which nothing that is still on its way can change. Idempotent: an upload completed before is
   * success. Throws ObjectMissing, also when a part lies there under another ETag.
   */
  completeParts(key: string, uploadId: string, parts: { number: number; etag: string; size: number }[]): Promise<void>;
  /** An absent upload is fine. */
  abortParts(key: string, uploadId: string): Promise<void>;
  /** What the store itself knows of an upload. */
  listParts(key: string, uploadId: string): Promise<{ number: number; size: number; etag: string }[]>;
  /** An address to PUT the part's bytes to, for `expiresIn` seconds. Null where clients cannot reach the store. */
  presignPart: null | ((part: Omit<Part, "offset">, expiresIn: number) => Promise<string>);
  /**
   * An address to GET the object from, for `expiresIn` seconds: as we reach the store, or as listeners do. Null where there is
   * none. It answers with the type and the caching given.
   */
  presignRead(
    reach: "inside" | "outside",
    object: { key: string; contentType: string; cacheControl: string },
    expiresIn: number,
  ): string | null;
  /** Removes what crashed writers left behind before that time. Uploads older than it are lost too. */
  sweep(before: Date): Promise<void>;
  /** Makes the store ready, creating the folder or bucket when it is missing. */
  check(): Promise<void>;
  close(): Promise<void>;
};

/** `number` counts from 1; `offset` is where the part starts in the whole. */
export type Part = { key: string; uploadId: string; number: number; offset: number; size: number };

// Next bundles this module a second time beside server.ts while the store is shared, so errors are told by their names.
const isNamed = (name: string) => (error: unknown) => error instanceof Error && error.name === name;

export class ObjectMissing extends Error {
  static override [Symbol.hasInstance] = isNamed("ObjectMissing");
  override name = "ObjectMissing";
  readonly key: string;
  constructor(key: string, options?: ErrorOptions) {
    super(`There is no ${key} in the store.`, options);
    this.key = key;
  }
}

/** A body, or the parts together, do not have the size that was announced. */
export class PartCutShort extends Error {
  static override [Symbol.hasInstance] = isNamed("PartCutShort");
  override name = "PartCutShort";
  readonly expected: number;
  readonly received: number;
  constructor(expected: number, received: number) {
    super(`${received} bytes came where ${expected} were announced.`);
    this.expected = expected;
    this.received = received;
  }
}

/** Somebody sent the part again, or completed or gave up its upload, while it was on its way. */
export class PartTakenOver extends Error {
  static override [Symbol.hasInstance] = isNamed("PartTakenOver");
  override name = "PartTakenOver";
  override message = "Another request took over this part of the upload.";
}

/** The store is away, full, or refuses us. The message is a sentence for the operator and holds no secret. */
export class StoreUnavailable extends Error {
  static override [Symbol.hasInstance] = isNamed("StoreUnavailable");
  override name = "StoreUnavailable";
}

/** The disk says nothing. What was begun may still come to its end, and write into the buffers that it was given. */
export class StoreHangs extends StoreUnavailable {
  readonly mayStillWrite = true;
  constructor(patience: number) {
    super(`The disk with the data directory does not answer within ${patience / 1000} seconds.`);
  }
}

/** Whether the buffers of a read that failed are not to be used again. */
export const mayStillWrite = (error: unknown): boolean => error instanceof Error && "mayStillWrite" in error;
