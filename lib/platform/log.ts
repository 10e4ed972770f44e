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

type RequestLog = Record<"info" | "debug", (fields: object) => void>;

/**
 * For the line that each request leaves, as pino would write it; its fields hold nothing to redact. Lines of one turn of the event
 * loop are written at once. Listeners come by the thousands, and pino took 7 µs of CPU a line where this takes 3.
 */
export const requestLog = () =>
  singleton("request log", (): RequestLog => {
    const write = gathering();
    const line = (name: "info" | "debug", level: number) => (fields: object) => {
      if (log().isLevelEnabled(name))
        write(`${JSON.stringify({ level, time: Date.now(), ...fields, msg: "request" })}\n`);
    };
    return { info: line("info", 30), debug: line("debug", 20) };
  });

const stderr = () => singleton("stderr", () => pino.destination({ dest: 2, sync: true }));

function gathering(): (line: string) => void {
  let lines: string[] = [];
  const write = () => {
    if (lines.length > 0) stderr().write(lines.join(""));
    lines = [];
  };
  process.on("exit", write);
  return (line) => {
    if (lines.push(line) === 1) setImmediate(write);
  };
}
