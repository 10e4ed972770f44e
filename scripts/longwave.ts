// The operator's command line: one JSON line on stdout, words on stderr, exit code 0, 1 (refused) or 2 (misused).
import { UsageError } from "./longwave/command";
import { findCommand, usage } from "./longwave/commands";
import { refusal } from "./longwave/refusal";

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  if (args.some((arg) => arg === "--help" || arg === "-h")) return answer({ usage: usage() }, usage());
  try {
    const { command, rest } = findCommand(args);
    return answer(await command.run(rest));
  } catch (error) {
    if (!(error instanceof UsageError)) return answer({ error: refusal(error) });
    answer({ error: { code: "usage", message: error.message } }, `${error.message}\n\n${error.usage ?? usage()}`);
    return 2;
  }
}

/** An answer that holds an error is a failure, whatever else it tells. */
function answer(line: object, words?: string): number {
  const error = "error" in line ? (line.error as { message: string }) : null;
  const sentence = words ?? error?.message;
  if (sentence) console.error(sentence);
  console.log(JSON.stringify(line));
  return error ? 1 : 0;
}
