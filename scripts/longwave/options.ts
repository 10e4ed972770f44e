import { resolve } from "node:path";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { z } from "zod";
import { UsageError } from "./command";

/** Reads the options of a command by its schema: each key is an option, `flags` are those without a value. Throws UsageError. */
export function readOptions<S extends z.ZodObject>(args: string[], schema: S, flags: string[] = []): z.infer<S> {
  const names = Object.keys(schema.shape);
  const options = Object.fromEntries(
    names.map((name) => [name, { type: flags.includes(name) ? "boolean" : "string" } as const]),
  );
  const { values } = parsed(args, options, false);
  const checked = schema.safeParse(values);
  if (checked.success) return checked.data;
  throw new UsageError(checked.error.issues.map(sentence).join("\n"));
}

/** Reads the one folder that a command takes, as seen from where npm was called. Throws UsageError. */
export function readFolder(args: string[]): string {
  const { positionals } = parsed(args, {}, true);
  const [folder, ...others] = positionals;
  if (!folder) throw new UsageError("Name a folder.");
  if (others.length > 0) throw new UsageError("Name one folder only.");
  return resolve(process.env.INIT_CWD ?? ".", folder);
}

/** Reads the one web address that a command takes. Throws UsageError. */
export function readWebAddress(args: string[]): URL {
  const { positionals } = parsed(args, {}, true);
  const [given, ...others] = positionals;
  const url = URL.parse(given ?? "");
  if (given === undefined) throw new UsageError("Name the address of a file: the enclosure of an episode, say.");
  if (others.length > 0) throw new UsageError("Name one address only.");
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError(`“${given}” is no web address: it begins with http:// or https://.`);
  return url;
}

/** For commands that take nothing. */
export const readNothing = (args: string[]): object => readOptions(args, z.strictObject({}));

function parsed(args: string[], options: ParseArgsOptionsConfig, allowPositionals: boolean) {
  try {
    return parseArgs({ args, options, allowPositionals, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}

function sentence(issue: z.core.$ZodIssue): string {
  const option = `--${issue.path.join(".")}`;
  return issue.code === "invalid_type" ? `${option} is required.` : `${option} ${issue.message}.`;
}
