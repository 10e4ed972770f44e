type Say = (sentence: string) => void;

const samePress = 1_000; // npm passes on the Ctrl-C that the terminal has sent us already

/** On SIGTERM, SIGINT or SIGHUP carries out `close` and exits 0; on a second one exits at once. */
export function leaveOnSignal(say: Say, close: () => Promise<void>): void {
  let since: number | null = null;
  const onSignal = () => {
    if (since !== null && performance.now() - since < samePress) return;
    if (since !== null) process.exit(1);
    since = performance.now();
    say("Stopping: no new requests, up to 30 seconds for those under way. Once more stops at once.");
    close().then(
      () => process.exit(0),
      (error: Error) => {
        say(`Stopped, not cleanly: ${error.message}`);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, onSignal);
}
