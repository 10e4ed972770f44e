import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Tx } from "@/lib/platform/db";
import { singleton } from "@/lib/platform/singleton";

const MOST_LETTERS = 300;
const written = () => singleton("interned-texts", () => new LRUCache<string, true>({ max: 5_000 }));

/** A text of a client, made short and printable; null when there is none. */
export function tidy(text: string | null): string | null {
  const printable = (text ?? "").replace(/[^\x20-\x7e\xa0-\xff]/g, "").trim();
  return printable.slice(0, MOST_LETTERS) || null;
}

/** Where a page is that an answer was asked for from: its origin alone, because the rest may hold secrets. */
export function originOf(referrer: string | null): string | null {
  const url = URL.parse(referrer ?? "");
  return url && /^https?:$/.test(url.protocol) ? tidy(url.origin) : null;
}

/** The number that stands for a text: the first 63 bits of its SHA-256, so that every process gives the same one without asking. */
export const numberOf = (text: string): bigint => createHash("sha256").update(text).digest().readBigUInt64BE() >> 1n;

/** Whether none of them is still to be written, as far as this process knows. */
export const areWritten = (texts: string[]): boolean => texts.every((text) => written().has(text));

/** Writes down the texts that are not there yet. */
export async function intern(tx: Tx, texts: string[]): Promise<void> {
  const unknown = [...new Set(texts)].filter((text) => !written().has(text)).sort();
  if (unknown.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "InternedText" (id, text) SELECT * FROM unnest(${unknown.map(numberOf)}::bigint[], ${unknown}::text[])
    ON CONFLICT DO NOTHING`;
}

/** Once the transaction has committed, they need not be written again. */
export function remember(texts: string[]): void {
  for (const text of texts) written().set(text, true);
}
