import type { ParsedMail } from "mailparser";
import { afterAll, beforeAll, beforeEach, onTestFinished } from "vitest";
import { settings } from "@/lib/platform/env";
import { catchMail, type MailCatcher } from "./mail-catcher";

/** Receives the mail of a test file by real SMTP; empty before each test. */
export function useMailbox(): ParsedMail[] {
  const received: ParsedMail[] = [];
  let catcher: MailCatcher;

  beforeAll(async () => {
    catcher = await catchMail(received);
    settings().smtpUrl = catcher.url;
  });
  beforeEach(() => void received.splice(0));
  afterAll(() => catcher.close());
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
