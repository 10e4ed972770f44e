import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A mail server of a test's own. */
export type MailCatcher = {
  url: string;
  /** The newest mail to that address whose subject fits; waits for it. */
  mailTo(address: string, subject: RegExp): Promise<ParsedMail>;
  close(): Promise<void>;
};

const PATIENCE_MS = 60_000;

/** Receives mail by real SMTP, into `received`. */
export async function catchMail(received: ParsedMail[] = []): Promise<MailCatcher> {
  const arrivals = new EventTarget();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _, done) => {
      simpleParser(stream).then((mail) => {
        received.push(mail);
        arrivals.dispatchEvent(new Event("mail"));
        done();
      }, done);
    },
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    async mailTo(address, subject) {
      const giveUp = AbortSignal.timeout(PATIENCE_MS);
      for (;;) {
        const found = received.findLast((mail) => isTo(mail, address) && subject.test(mail.subject ?? ""));
        if (found) return found;
        await once(arrivals, "mail", { signal: giveUp });
      }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const isTo = ({ to }: ParsedMail, address: string): boolean =>
  [to ?? []].flat().some(({ value }) => value.some((each) => each.address === address));
