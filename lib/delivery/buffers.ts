/** Larger and smaller ones cost more CPU a byte (docs/measurements.md). */
export const BLOCK = 256 * 1024;

/** What one reader gets at a time while the large buffers are all in use. */
export const SMALL = 32 * 1024;

/** Buffers of a block's size that streams may hold at once: 32 MiB. Past that a crowd of slow listeners holds small ones. */
const MOST_ON_LOAN = 128;

/** Of those that are free, one reader may read so many ahead that the next ones find enough. */
const SHARE = 1 / 6;

const IDLE_BUFFERS = 64;

/** Buffers of 256 KiB that are used again and again, and how many of them streams hold just now. */
export function bufferPool() {
  const idle: Buffer[] = [];
  let onLoan = 0;
  return {
    take: (): Buffer => idle.pop() ?? Buffer.allocUnsafeSlow(BLOCK),
    giveBack(buffer: Buffer): void {
      if (idle.length < IDLE_BUFFERS) idle.push(buffer);
    },
    /** Whether a stream may hold one more; then it says so when it is done. */
    lend: (): boolean => onLoan < MOST_ON_LOAN && ++onLoan > 0,
    onLoan: (): number => onLoan,
    /** How many one reader may take at once just now. */
    share: (): number => Math.floor((MOST_ON_LOAN - onLoan) * SHARE),
    isLentOut: (): boolean => onLoan >= MOST_ON_LOAN,
    returned: (): void => {
      onLoan -= 1;
    },
  };
}

export type BufferPool = ReturnType<typeof bufferPool>;
