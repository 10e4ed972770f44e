import { setFlagsFromString } from "node:v8";

/**
 * From now on V8 counts buffers with the rest of the heap. By itself it goes through the whole heap whenever 64 MiB of them have
 * come, however large the heap is: with Next in it, that was three quarters of the CPU that audio from S3 cost
 * (docs/measurements.md).
 */
export function countBuffersInHeap(): void {
  setFlagsFromString("--external-memory-accounted-in-global-limit");
}
