import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, onTestFinished } from "vitest";
import { settings } from "@/lib/platform/env";

/** Receives the mail of a test file by real SMTP; empty before each test. */
export function useMailbox(): ParsedMail[] {
  const received: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _, done) => {
      simpleParser(stream).then((mail) => {
        received.push(mail);
        done();
      }, done);
    },
  });

  beforeAll(async () => {
    const listening = server.listen(0, "127.0.0.1");
    await once(listening, "listening");
    settings().smtpUrl = `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  });
  beforeEach(() => void received.splice(0));
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return received;
}

/** Lets the running test have a house from which no mail leaves. */
export function noMail(): void {
  const here = settings();
  const before = here.smtpUrl;
  here.smtpUrl = null;
  onTestFinished(() => {
    here.smtpUrl = before;
  });
}
