import { bytesView, latin } from "@/lib/media/byte-walk";

export type Box = { type: string; body: Uint8Array };

/** Thrown for boxes that contradict themselves; never leaves the parsers of MP4. */
export class BadBoxes extends Error {}

/** The header of a box: its whole length and its own (ISO/IEC 14496-12 §4.2). Length 0 means "to the end of the file". */
export function readBoxHeader(bytes: Uint8Array): { type: string; length: number; header: number } {
  if (bytes.length < 8) throw new BadBoxes("too short for a box");
  const view = bytesView(bytes);
  const short = view.getUint32(0);
  const type = latin(bytes, 4, 8);
  if (short !== 1) return checked({ type, length: short, header: 8 });
  if (bytes.length < 16) throw new BadBoxes("too short for a large box");
  return checked({ type, length: Number(view.getBigUint64(8)), header: 16 });
}

function checked<Header extends { length: number; header: number }>(box: Header): Header {
  if (box.length !== 0 && box.length < box.header) throw new BadBoxes("a box shorter than its header");
  return box;
}

/** The boxes inside a box, in order. Throws BadBoxes where one reaches beyond the end. */
export function* boxesIn(bytes: Uint8Array): Generator<Box> {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const { type, length, header } = readBoxHeader(bytes.subarray(at));
    const end = length === 0 ? bytes.length : at + length;
    if (end > bytes.length) throw new BadBoxes(`${type} reaches beyond its parent`);
    yield { type, body: bytes.subarray(at + header, end) };
    at = end;
  }
}

/** Follows a path of box types down. Throws BadBoxes where one is missing. */
export function requireBox(bytes: Uint8Array, ...path: string[]): Uint8Array {
  let found = bytes;
  for (const type of path) {
    const box = boxesIn(found).find((inner) => inner.type === type);
    if (!box) throw new BadBoxes(`no ${type}`);
    found = box.body;
  }
  return found;
}

/** A table of a full box: `count` rows of `width` bytes after the version, the flags and `before` more bytes. */
export function readTable(box: Uint8Array, width: number, before = 0): { count: number; rows: DataView } {
  const start = 8 + before;
  if (box.length < start) throw new BadBoxes("a table without a head");
  const count = bytesView(box).getUint32(start - 4);
  if (count * width > box.length - start) throw new BadBoxes("a table longer than its box");
  return { count, rows: bytesView(box.subarray(start, start + count * width)) };
}
