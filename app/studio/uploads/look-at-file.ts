import { hexOf, sha256 } from "./hash";
import type { KnownUpload } from "./house";

const HEAD = 64 * 1024;

/** The sentence that refuses a file before anything of it is sent; null when it looks like audio. */
export async function refuseFile(file: File): Promise<string | null> {
  const [{ sniffAudio }, head] = await Promise.all([import("@/lib/media/sniff"), headOf(file)]);
  if (!head) return "This file cannot be read. Look whether it is still where it was, and choose it again.";
  const found = sniffAudio(head);
  return "refused" in found ? found.refused : null;
}

async function headOf(file: File): Promise<Uint8Array | null> {
  const head = await file
    .slice(0, HEAD)
    .arrayBuffer()
    .catch(() => null);
  return head && new Uint8Array(head);
}

type Remembered = { name: string; size: number; lastModified: number };

/** The sentence that says this is not the file whose first parts were sent; null when it is. */
export async function refuseAnother(file: File, of: Remembered, known: KnownUpload): Promise<string | null> {
  const another = `This is not the same file. Choose “${of.name}” as it was, or cancel and begin anew.`;
  if (file.size !== of.size || file.name !== of.name) return another;
  const hashed = known.received.filter(({ sha256 }) => sha256 !== null);
  if (hashed.length === 0) return file.lastModified === of.lastModified ? null : another;
  for (const { number, size, sha256: expected } of hashed) {
    const from = (number - 1) * known.partSize;
    const bytes = await file
      .slice(from, from + size)
      .arrayBuffer()
      .catch(() => null);
    if (!bytes || hexOf(await sha256(new Uint8Array(bytes))) !== expected) return another;
  }
  return null;
}
