import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { isAbsence } from "@/lib/storage/filesystem-errors";

/** The files below `folder` whose path begins with `prefix`, in the order S3 would list them. */
export async function* listFiles(folder: string, prefix: string): AsyncGenerator<{ key: string; size: number }> {
  for await (const key of keysBelow(folder, prefix.slice(0, prefix.lastIndexOf("/") + 1), prefix)) {
    const found = await stat(join(folder, key)).catch(() => null);
    if (found) yield { key, size: found.size };
  }
}

async function* keysBelow(folder: string, path: string, prefix: string): AsyncGenerator<string> {
  for (const entry of await entriesOf(join(folder, path))) {
    const key = path + entry;
    if (!key.startsWith(prefix)) continue;
    if (key.endsWith("/")) yield* keysBelow(folder, key, prefix);
    else yield key;
  }
}

// With its slash a folder sorts where its keys do: "a.b" comes before "a/b".
async function entriesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error): Dirent[] => {
    if (isAbsence(error)) return [];
    throw error;
  });
  return entries
    .filter(({ name }) => !name.startsWith("."))
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .sort();
}
