const SLICE = 512 * 1024;

/** SHA-256. `crypto.subtle` is there only over https; elsewhere it is worked out in slices, so that the page stays smooth. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (crypto.subtle) return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const { sha256: noble } = await import("@noble/hashes/sha2.js");
  const hash = noble.create();
  for (let at = 0; at < bytes.length; at += SLICE) {
    hash.update(bytes.subarray(at, at + SLICE));
    await breath();
  }
  return hash.digest();
}

export const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** As Content-Digest wants it (RFC 9530). */
export const digestOf = (hash: Uint8Array): string => `sha-256=:${btoa(String.fromCharCode(...hash))}:`;

const breath = () => new Promise((resolve) => setTimeout(resolve));
