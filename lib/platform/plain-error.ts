type PlainError = { type: string; message: string; code?: unknown; stack: string; cause?: unknown };

/**
 * An error as the log tells it. Prisma repeats the whole query with its values, e-mail addresses and hashes among them,
 * in the message, the stack and the details; what is wrong stands in the last paragraph. Mail servers repeat whom they refuse.
 * What is no error stays as it is.
 */
export function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const plain: PlainError = {
    type: error.name,
    message:
      error.message
        .trim()
        .split(/\n\s*\n/)
        .at(-1)
        ?.replace(ADDRESS, "[address]") ?? "",
    ...("code" in error && { code: error.code }),
    stack: (error.stack ?? "").split("\n").filter(isFrame).join("\n"),
    ...(error.cause !== undefined && { cause: plainError(error.cause) }),
  };
  return plain;
}

const ADDRESS = /[^\s<>"'`(),;:]+@[^\s<>"'`(),;:]+/g;

const isFrame = (line: string): boolean => /^\s+at /.test(line);
