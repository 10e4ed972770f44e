/** What is coming, unless the signal aborts before: then nobody waits any longer, and what comes after all is told to `unwanted`. */
export function whileListening<T>(coming: Promise<T>, signal: AbortSignal, unwanted: (late: T) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    if (signal.aborted) leave();
    else signal.addEventListener("abort", leave, { once: true });
    coming.then(
      (present) => {
        signal.removeEventListener("abort", leave);
        if (signal.aborted) unwanted(present);
        else resolve(present);
      },
      (error) => {
        signal.removeEventListener("abort", leave);
        reject(error);
      },
    );
  });
}
