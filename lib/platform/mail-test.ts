import { settings } from "@/lib/platform/env";
import { type Mail, sendMail } from "@/lib/platform/mail";

/** What came of a mail: taken by the server, which said so; kept in the outbox; or refused, and why. */
export type MailOutcome =
  | { kind: "sent"; server: string; answer: string }
  | { kind: "kept" }
  | { kind: "failed"; server: string; why: string; answer: string | null };

type SmtpError = Error & { code?: string; response?: string };

/** Sends a mail and says what came of it, instead of throwing. The server is named without user and password. */
export async function trySending(mail: Mail): Promise<MailOutcome> {
  const { smtpUrl } = settings();
  const server = smtpUrl ? new URL(smtpUrl).host : "";
  try {
    const answer = await sendMail(mail);
    return smtpUrl ? { kind: "sent", server, answer: answer ?? "" } : { kind: "kept" };
  } catch (thrown) {
    const error = thrown as SmtpError;
    return { kind: "failed", server, why: reasonOf(error), answer: error.response ?? null };
  }
}

const reasons: [RegExp, string][] = [
  [/ECONNREFUSED/, "Nobody answers at this address and port. Is the server running, and is the port right?"],
  [/ENOTFOUND|EDNS|EAI_AGAIN/, "There is no machine of this name. Is it spelled right?"],
  [/ETIMEDOUT/, "It did not answer in time. A firewall may be in between."],
  [/EAUTH/, "It does not take this user name and password."],
  [/EENVELOPE/, "It does not take the sender's or the receiver's address. MAIL_FROM may have to be one of its own."],
  [
    /ETLS|certificate|wrong version/i,
    "The encrypted connection could not be made. smtps:// is for port 465, smtp:// for 587.",
  ],
];

function reasonOf({ code = "", message }: SmtpError): string {
  const known = reasons.find(([pattern]) => pattern.test(`${code} ${message}`));
  return known?.[1] ?? "The connection broke off, or the server said something that no mail server should.";
}
