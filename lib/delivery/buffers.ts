/** Larger and smaller ones cost more CPU a byte (docs/measurements.md). */
export const BLOCK = 262_144;

/** What one reader gets at a time once there are no large buffers for it. */
export const SMALL = 32_768;

/** Buffers of a block's size that streams may hold at once, a block that several read counted once: 32 MiB. */
const MOST_ON_LOAN = 128;

/** A slow listener keeps what it holds for seconds: past so many such a one gets small buffers, or a crowd of them would hold all. */
const MOST_FOR_SLOW = 32;

/** Of those that are free, one reader may read so many ahead that the next ones find enough. */
const SHARE = 1 / 6;

const MOST_IDLE = { [BLOCK]: 16, [SMALL]: 256 };
type Size = keyof typeof MOST_IDLE;

/** Buffers that are used again and again, of 256 KiB and of 32, and how many of the large ones streams hold just now. */
export function bufferPool() {
  const idle: Record<Size, Buffer[]> = { [BLOCK]: [], [SMALL]: [] };
  let onLoan = 0;
  return {
    take: (size: Size = BLOCK): Buffer => idle[size].pop() ?? Buffer.allocUnsafeSlow(size),
    giveBack(buffer: Buffer): void {
      const size = buffer.length as Size;
      if (idle[size].length < MOST_IDLE[size]) idle[size].push(buffer);
    },
    /** Whether streams may hold one more; then they say so when they are done. */
    lend: (isSlow: boolean): boolean => onLoan < mostFor(isSlow) && ++onLoan > 0,
    /** How many one reader may take at once just now. */
    share: (): number => Math.floor((MOST_ON_LOAN - onLoan) * SHARE),
    isLentOut: (isSlow: boolean): boolean => onLoan >= mostFor(isSlow),
    returned: (): void => {
      onLoan -= 1;
    },
  };
}

const mostFor = (isSlow: boolean): number => (isSlow ? MOST_FOR_SLOW : MOST_ON_LOAN);

export type BufferPool = ReturnType<typeof bufferPool>;
