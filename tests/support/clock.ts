import { onTestFinished, vi } from "vitest";

/** Moves the clock of the running test; only `Date` is moved, so everything else goes on as it does. */
export function setClock(to: Date | string): void {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(to) });
  onTestFinished(() => {
    vi.useRealTimers();
  });
}
