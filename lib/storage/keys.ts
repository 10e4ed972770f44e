const segment = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,199}$/;

/** Keys that could leave the store's folder, hide in it, or differ between filesystem and S3. */
export class UnsafeKey extends Error {
  override name = "UnsafeKey";
  constructor(key: string) {
    super(`${JSON.stringify(key.slice(0, 100))} is not a safe key.`);
  }
}

/** Gives the key back when each of its segments is letters, digits, `_`, `-` and inner dots. Throws UnsafeKey. */
export function safeKey(key: string): string {
  if (key.length > 900 || !key.split("/").every((part) => segment.test(part))) throw new UnsafeKey(key);
  return key;
}

/** The same for the beginning of a key: its last segment may be unfinished or empty. */
export function safePrefix(prefix: string): string {
  if (prefix !== "") safeKey(prefix.replace(/\/$/, ""));
  return prefix;
}
