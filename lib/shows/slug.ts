import anyAscii from "any-ascii";
import { reservedSlugs } from "@/lib/shows/reserved-slugs";

const maxLength = 60;
const pictures = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}/gu;

/** Lower-case ASCII words joined by hyphens, from a title in any script; made up where nothing of it can be written so. */
export function slugFrom(title: string, fallback: () => string): string {
  const ascii = anyAscii(title.toWellFormed().normalize("NFC").replace(pictures, " ")).toLowerCase();
  const words = ascii.replace(/['`]/g, "").replace(/[^a-z0-9]+/g, "-");
  return cutSlug(words.replace(/^-|-$/g, ""), maxLength) || fallback();
}

/** Whether it has the shape of a slug. Reserved words are another question. */
export function isValidSlug(slug: string): boolean {
  return slug.length <= maxLength && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug);
}

/** base, base-2, base-3 … without end, leaving out reserved words and staying within the length of a slug. */
export function* slugCandidates(base: string, reserved: ReadonlySet<string> = reservedSlugs): Generator<string> {
  if (!reserved.has(base)) yield base;
  for (let number = 2; ; number++) {
    const ending = `-${number}`;
    const candidate = cutSlug(base, maxLength - ending.length) + ending;
    if (!reserved.has(candidate)) yield candidate;
  }
}

/** Cut after a word, unless that would lose more than half. */
function cutSlug(slug: string, length: number): string {
  if (slug.length <= length) return slug;
  const end = slug.lastIndexOf("-", length);
  return slug.slice(0, end > length / 2 ? end : length);
}
