/** Some buffers that are filled one after the other, as if they were one. */
export type Scattered = {
  readonly size: number;
  readonly filled: number;
  /** Throws when the chunk has more than is still to be filled. */
  put(chunk: Uint8Array): void;
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
    put(chunk) {
      if (filled + chunk.length > size)
        throw new Error(`${filled + chunk.length} bytes came where ${size} were asked for.`);
      for (let from = 0; from < chunk.length; ) {
        const buffer = buffers[index] ?? new Uint8Array();
        const count = Math.min(buffer.length - at, chunk.length - from);
        buffer.set(chunk.subarray(from, from + count), at);
        from += count;
        at += count;
        if (at === buffer.length) [index, at] = [index + 1, 0];
      }
      filled += chunk.length;
    },
  };
}
