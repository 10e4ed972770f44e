/** Some buffers that are filled one after the other, as if they were one. */
export type Scattered = {
  readonly size: number;
  readonly filled: number;
  /** Where the next bytes belong: up to the end of their buffer. Empty when all are filled. */
  room(): Uint8Array;
  /** So many bytes were written into the room. */
  took(count: number): void;
};

export function scattered(buffers: Uint8Array[]): Scattered {
  const size = buffers.reduce((sum, { length }) => sum + length, 0);
  let filled = 0;
  let index = 0;
  let at = 0;
  return {
    size,
    get filled() {
      return filled;
    },
    room: () => buffers[index]?.subarray(at) ?? new Uint8Array(),
    took(count) {
      filled += count;
      at += count;
      if (at === buffers[index]?.length) [index, at] = [index + 1, 0];
    },
  };
}

/** Copies a chunk into the room there is. Throws when there is too little. */
export function put(chunk: Uint8Array, target: Scattered): void {
  const { filled, size } = target;
  if (filled + chunk.length > size)
    throw new Error(`${filled + chunk.length} bytes came where ${size} were asked for.`);
  for (let from = 0; from < chunk.length; ) {
    const room = target.room();
    const count = Math.min(room.length, chunk.length - from);
    room.set(chunk.subarray(from, from + count));
    target.took(count);
    from += count;
  }
}
