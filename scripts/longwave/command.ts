export type Command = {
  /** what stands after `npm run -s longwave --` */
  usage: string;
  /** Gives the line for stdout; one with an `error` in it is a failure. */
  run(args: string[]): Promise<object>;
};

/** The command was called in a way it cannot be: exit code 2. */
export class UsageError extends Error {
  override name = "UsageError";
  /** how to call the one command that was meant; null: it is not known which */
  usage: string | null = null;
}

/** A failure that a command expects: a code for programs and a sentence that says what to do. */
export class CommandError extends Error {
  override name = "CommandError";
  readonly code: string;
  constructor(code: string, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.code = code;
  }
}

/** Words for the operator; stdout belongs to the one JSON line. */
export const say = (sentence: string): void => console.error(sentence);
