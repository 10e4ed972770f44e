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
      pino.destination({ dest: 2, sync: true }),
    ),
  );
