import { createTransport } from "nodemailer";
import { db } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { singleton } from "@/lib/platform/singleton";

/** `house` is who it says that it comes from, where MAIL_FROM does not say it. */
export type Mail = { to: string; subject: string; text: string; html: string; house?: string };

/** Whether mail leaves the house. Without SMTP_URL it only waits in the outbox, so nothing may depend on its arrival. */
export const mailLeaves = (): boolean => settings().smtpUrl !== null;

/**
 * Sends a mail by SMTP_URL and gives what the server said to it, or keeps it in the outbox (null). Rejects when the mail
 * server does not take it.
 */
export async function sendMail({ house = "Longwave", ...mail }: Mail): Promise<string | null> {
  const { smtpUrl } = settings();
  if (smtpUrl) return (await transport(smtpUrl).sendMail({ ...mail, from: sender(house) })).response;
  await db().outboxMail.create({ data: mail });
  return null;
}

const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 }; // ms

const transport = (url: string) => singleton(`mail ${url}`, () => createTransport({ url, ...patience }));

const sender = (house: string) =>
  settings().mailFrom ?? { name: house, address: `longwave@${new URL(settings().appUrl).hostname}` };
