// What RFC 9110 says about conditions and ranges, written once more and otherwise than in lib/http: letter by letter along the
// grammar, so that a mistake there does not hide behind the same mistake here. Where the RFC leaves a choice, ours is marked.

export type Thing = { size: number; tag: string; modified: number };
export type Ask = { method: string; headers: Record<string, string> };
export type Expected = { status: number; first: number; last: number };

type Tag = { weak: boolean; text: string };

/** §13.2.2, step by step. `modified` is in milliseconds. */
export function expectedOf({ method, headers }: Ask, thing: Thing): Expected {
  const nothing = (status: number): Expected => ({ status, first: 0, last: -1 });
  const stamp = thing.modified - (thing.modified % 1000);
  const own: Tag = { weak: false, text: thing.tag };
  const value = (name: string): string | null => headers[name] ?? null;

  const ifMatch = value("if-match");
  const unmodified = ifMatch === null ? readDate(value("if-unmodified-since")) : null;
  if (ifMatch !== null && !readTags(ifMatch).some((tag) => tag === "*" || strong(tag, own))) return nothing(412);
  if (unmodified !== null && stamp > unmodified) return nothing(412);

  const ifNoneMatch = value("if-none-match");
  const since = ifNoneMatch === null ? readDate(value("if-modified-since")) : null;
  if (ifNoneMatch !== null && readTags(ifNoneMatch).some((tag) => tag === "*" || tag.text === own.text))
    return nothing(304);
  if (since !== null && stamp <= since) return nothing(304);

  const whole = { status: 200, first: 0, last: thing.size - 1 };
  if (method !== "GET") return { ...whole, last: -1 };
  const ifRange = value("if-range");
  if (ifRange !== null && !sameVersion(ifRange, own, stamp)) return whole;
  const range = value("range");
  return range === null ? whole : (readRange(range, BigInt(thing.size)) ?? whole);
}

/** §13.1.5: an entity-tag that is the same by strong comparison, or the very date. */
function sameVersion(text: string, own: Tag, stamp: number): boolean {
  const tags = readTags(text);
  const [tag] = tags;
  if (tags.length === 1 && tag && tag !== "*" && !/^[\s,]|[\s,]$/.test(text)) return strong(tag, own);
  return readDate(text) === stamp;
}

const strong = (tag: Tag, own: Tag): boolean => !tag.weak && tag.text === own.text;

/** Walks over a text. */
function reader(text: string) {
  let at = 0;
  return {
    get done() {
      return at >= text.length;
    },
    take(accepts: (letter: string) => boolean): string {
      const begin = at;
      while (at < text.length && accepts(text.charAt(at))) at += 1;
      return text.slice(begin, at);
    },
    skip(word: string): boolean {
      if (text.slice(at, at + word.length) !== word) return false;
      at += word.length;
      return true;
    },
  };
}

const isDigit = (letter: string) => letter >= "0" && letter <= "9";
const isBlank = (letter: string) => letter === " " || letter === "\t";
const isTagLetter = (letter: string) => {
  const code = letter.charCodeAt(0);
  return code === 0x21 || (code >= 0x23 && code <= 0x7e) || (code >= 0x80 && code <= 0xff);
};

/** §8.8.3 and §5.6.1.2. Ours: of a list that is broken nothing counts. */
function readTags(text: string): (Tag | "*")[] {
  if (text === "*") return ["*"];
  const walk = reader(text);
  const tags: Tag[] = [];
  let mayBegin = true;
  while (!walk.done) {
    const between = walk.take((letter) => isBlank(letter) || letter === ",");
    mayBegin ||= between.includes(",");
    if (walk.done) break;
    const weak = walk.skip("W/");
    if (!mayBegin || !walk.skip('"')) return [];
    const inside = walk.take(isTagLetter);
    if (!walk.skip('"')) return [];
    tags.push({ weak, text: inside });
    mayBegin = false;
  }
  return tags;
}

/** §14.1.2. Null: to be ignored, which is ours for all that is malformed and for several ranges. */
function readRange(text: string, size: bigint): Expected | null {
  const [unit = "", ...rest] = text.split("=");
  if (unit.toLowerCase() !== "bytes" || rest.length === 0 || size === 0n) return null;
  const list = rest.join("=");
  if (isBlank(list.charAt(0))) return null; // Ours: no list begins with a blank.
  const specs = list.split(",").map(withoutBlanks);
  const [spec, second] = specs.filter((element) => element !== "");
  if (spec === undefined || second !== undefined) return null;
  return readSpec(spec, size);
}

function readSpec(spec: string, size: bigint): Expected | null {
  const walk = reader(spec);
  const from = walk.take(isDigit);
  if (!walk.skip("-")) return null;
  const to = walk.take(isDigit);
  if (!walk.done) return null;
  if (from === "") return to === "" ? null : bounded(most(size - BigInt(to), 0n), BigInt(to) === 0n ? 0n : size, size);
  if (to !== "" && BigInt(to) < BigInt(from)) return null;
  return bounded(BigInt(from), to === "" ? size : BigInt(to) + 1n, size);
}

/** From `first` up to before `after`. */
function bounded(first: bigint, after: bigint, size: bigint): Expected {
  if (first >= size || after === 0n) return { status: 416, first: 0, last: -1 };
  return { status: 206, first: Number(first), last: Number(least(after, size) - 1n) };
}

const most = (a: bigint, b: bigint) => (a > b ? a : b);
const least = (a: bigint, b: bigint) => (a < b ? a : b);

function withoutBlanks(element: string): string {
  let [begin, end] = [0, element.length];
  while (begin < end && isBlank(element.charAt(begin))) begin += 1;
  while (end > begin && isBlank(element.charAt(end - 1))) end -= 1;
  return element.slice(begin, end);
}

const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** §5.6.7, the three forms, by their pieces. Null for what is no date. */
function readDate(text: string | null): number | null {
  const words = text?.split(" ") ?? [];
  if (words.length === 6 && text?.charAt(3) === ",") {
    const [day = "", date = "", month = "", year = "", time = "", zone] = words;
    return zone === "GMT" && day.length === 4 && day.endsWith(",") && date.length === 2 && year.length === 4
      ? instant(day.slice(0, 3), date, month, year, time)
      : null;
  }
  if (words.length === 4) {
    const [day = "", date = "", time = "", zone] = words;
    const [number = "", month = "", year = ""] = date.split("-");
    const isLong = days.includes(day.slice(0, -1)) && day.endsWith(",") && number.length === 2 && year.length === 2;
    return zone === "GMT" && isLong && date.length === 9
      ? instant(day.slice(0, 3), number, month, `${Number(year) < 70 ? "20" : "19"}${year}`, time)
      : null;
  }
  return readAsctime(text ?? "");
}

function readAsctime(text: string): number | null {
  if (text.length !== 24) return null;
  const [day, month, date, time, year] = [
    text.slice(0, 3),
    text.slice(4, 7),
    text.slice(8, 10),
    text.slice(11, 19),
    text.slice(20),
  ];
  if ([3, 7, 10, 19].some((at) => text.charAt(at) !== " ")) return null;
  return instant(day, date.replace(" ", "0"), month, year, time);
}

function instant(day: string, date: string, month: string, year: string, time: string): number | null {
  const numbers = [date, year, ...time.split(":")];
  if (time.length !== 8 || numbers.length !== 5 || !numbers.every((word) => word !== "" && [...word].every(isDigit)))
    return null;
  const [d = 0, y = 0, h = 0, m = 0, s = 0] = numbers.map(Number);
  const at = new Date(Date.UTC(y, months.indexOf(month), d, h, m, s));
  const isSo =
    months[at.getUTCMonth()] === month && at.getUTCDate() === d && at.getUTCHours() === h && at.getUTCMinutes() === m;
  return isSo && at.getUTCSeconds() === s && days[at.getUTCDay()]?.startsWith(day) && day.length === 3
    ? at.getTime()
    : null;
}
