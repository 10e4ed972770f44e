import { gzipSync } from "node:zlib";
import type { Page } from "playwright";

/**
 * The script that a page brings along with itself: bytes, gzipped, of every file that its HTML names for a browser that
 * knows modules. What it fetches when it is wanted (the notes' editor, the search) comes on top and later.
 */
export async function firstLoadBytes({ request }: Page, address: string): Promise<number> {
  const html = await (await request.get(address)).text();
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^"]+\.js[^"]*)"[^>]*>/g)]
    .filter(([tag]) => !/\bnomodule\b/i.test(tag))
    .map(([, file = ""]) => file);
  const bodies = await Promise.all(
    [...new Set(named)].map(async (file) => (await request.get(file.replaceAll("&amp;", "&"))).body()),
  );
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}
