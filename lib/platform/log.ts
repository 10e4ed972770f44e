import pino from "pino";
import { settings } from "@/lib/platform/env";
import { plainError } from "@/lib/platform/plain-error";
import { singleton } from "@/lib/platform/singleton";

/** Structured lines on stderr. Callers name things by id: no token, password, mail or IP address goes in; redaction is the second wall. */
export const log = () =>
  singleton("log", () =>
    pino(
      {
        level: settings().logLevel,
        base: null,
        serializers: { err: plainError },
        redact: [
          "authorization",
          "cookie",
          "password",
          "token",
          "email",
          "address",
          "*.authorization",
          "*.cookie",
          "*.password",
          "*.token",
          "*.email",
          "*.address",
        ],
      },
      stderr(),
    ),
  );

/**
 * For the line that each request leaves, whose fields hold nothing to redact. Those of one turn of the event loop are written at
 * once: with a write a line a crowd of listeners would wait for the log.
 */
export const requestLog = () =>
  singleton("request log", () => pino({ level: settings().logLevel, base: null }, gathering(stderr())));

const stderr = () => singleton("stderr", () => pino.destination({ dest: 2, sync: true }));

function gathering(destination: pino.DestinationStream): pino.DestinationStream {
  let lines = "";
  const write = () => {
    if (lines) destination.write(lines);
    lines = "";
  };
  process.on("exit", write);
  return {
    write(line) {
      if (!lines) setImmediate(write);
      lines += line;
    },
  };
}
