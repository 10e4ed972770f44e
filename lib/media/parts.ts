/** Bytes of every part but the last. S3 asks for at least 5 MiB and at most 10,000 parts. */
export const PART_SIZE = 8 * 1024 ** 2;

/** No file is larger, whatever a plan allows: so much goes into 10,000 parts. */
export const MOST_BYTES = 10_000 * PART_SIZE;

export type PartPlan = { number: number; offset: number; size: number };

/** The parts that a file of `size` bytes is sent in, numbered from 1. */
export function planParts(size: number, partSize: number): PartPlan[] {
  return Array.from({ length: Math.ceil(size / partSize) }, (_, index) => planPart(size, partSize, index + 1));
}

/** One part of the plan; a size of zero or less says that there is no such part. */
export function planPart(size: number, partSize: number, number: number): PartPlan {
  const offset = (number - 1) * partSize;
  return { number, offset, size: Math.min(partSize, size - offset) };
}

/** The numbers that `received` lacks. */
export function missingParts(size: number, partSize: number, received: { number: number; size: number }[]): PartPlan[] {
  const there = new Map(received.map((part) => [part.number, part.size]));
  return planParts(size, partSize).filter((part) => there.get(part.number) !== part.size);
}
