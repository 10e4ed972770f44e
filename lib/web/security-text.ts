import { houseSettings } from "@/lib/accounts/house-settings";
import { settings } from "@/lib/platform/env";
import { plainAnswer } from "@/lib/web/plain";

const PATH = "/.well-known/security.txt";
const DAYS = 90;

/**
 * Whom to tell of a weakness in this house (RFC 9116): the contact of the house's settings, else the sender of its mail. A house
 * admin's own address is told to nobody, so a house with neither has nothing to say.
 */
export async function answerSecurityText(now: Date): Promise<Response> {
  const { appUrl, mailFrom } = settings();
  const contact = (await houseSettings()).contact ?? addressIn(mailFrom);
  if (!contact) return plainAnswer(404, "Whoever runs this house has not said whom to write to.");
  const lines = {
    Contact: `mailto:${encodeURI(contact)}`,
    Expires: `${dayAfter(now, DAYS)}T00:00:00Z`,
    "Preferred-Languages": "en",
    Canonical: new URL(PATH, appUrl).href,
  };
  const words = Object.entries(lines).map(([name, value]) => `${name}: ${value}`);
  return plainAnswer(200, words.join("\n"));
}

/** "Longwave <mail@example.org>", or the address alone. */
const addressIn = (sender: string | null): string | null => /[^\s<>"]+@[^\s<>"]+/.exec(sender ?? "")?.[0] ?? null;

/** RFC 9116 §2.5.5 wants it within a year. By the day, so that two who ask read the same. */
const dayAfter = (now: Date, days: number): string =>
  new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
