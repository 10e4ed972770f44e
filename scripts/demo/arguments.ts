import { statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { UsageError } from "../longwave/command";

/** The folder of `--audio`, as seen from where npm was called; null: make the audio up. Throws UsageError. */
export function readAudioFolder(args: string[]): string | null {
  const audio = parsed(args);
  if (audio === undefined) return null;
  const folder = resolve(process.env.INIT_CWD ?? ".", audio);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new UsageError(`There is no folder ${folder}.`);
}

function parsed(args: string[]): string | undefined {
  try {
    return parseArgs({ args, options: { audio: { type: "string" } }, strict: true }).values.audio;
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}
