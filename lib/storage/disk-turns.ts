import { StoreHangs } from "@/lib/storage/port";

/** libuv has four threads for all that waits on disks, names and hashes: however long a disk is silent, one is left for the others. */
const AT_ONCE = 3;

/** A disk that slept spins up within ten seconds. */
const PATIENCE_MS = 15_000;

/**
 * Runs what touches `path` when it is its turn. What comes after all, when nobody waits for it any more, is told to `unwanted`.
 * Throws StoreHangs.
 */
export type DiskTurns = <T>(path: string, operation: () => Promise<T>, unwanted?: (late: T) => void) => Promise<T>;

/**
 * Lets three operations wait on a disk at a time, and nobody longer than `patience` ms for one of them: a network filesystem whose
 * server is away answers nothing, not even an error, and nothing can end the wait of the thread. Until such a wait is over
 * whoever wants the same path is refused at once, and everybody where no turn is left.
 */
export function diskTurns(patience = PATIENCE_MS): DiskTurns {
  const line: (() => void)[] = [];
  const late: string[] = [];
  let running = 0;
  let heardAt = Number.NEGATIVE_INFINITY;

  const next = () => {
    running -= 1;
    heardAt = performance.now();
    while (running < AT_ONCE && line.length > 0) line.shift()?.();
  };

  return (path, operation, unwanted) =>
    new Promise((resolve, reject) => {
      if (late.length === AT_ONCE || late.includes(path)) return reject(new StoreHangs(patience));
      let state: "waiting" | "running" | "late" | "given up" = "waiting";
      const timer = setTimeout(over, patience);
      function over() {
        // A long line before a disk that is at work is no silence.
        if (state === "waiting" && performance.now() - heardAt < patience) return timer.refresh();
        if (state === "running") late.push(path);
        state = state === "running" ? "late" : "given up";
        reject(new StoreHangs(patience));
      }
      const end = () => {
        clearTimeout(timer);
        if (state === "late") late.splice(late.indexOf(path), 1);
        next();
      };
      const run = () => {
        if (state === "given up") return;
        state = "running";
        running += 1;
        timer.refresh();
        operation().then(
          (result) => {
            if (state === "late") unwanted?.(result);
            end();
            resolve(result);
          },
          (error) => {
            end();
            reject(error);
          },
        );
      };
      if (running < AT_ONCE) run();
      else line.push(run);
    });
}
