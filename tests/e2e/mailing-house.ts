import { randomBytes } from "node:crypto";
import { type House, type Server, startServer } from "@/tests/support/house";
import { catchMail, type MailCatcher } from "@/tests/support/mail-catcher";
import { createDatabase } from "@/tests/support/throw-away-postgres";
import { test as base } from "./fixtures";

/** An empty house that sends its mail, so that an address has to be verified. */
export type MailingHouse = { url: string; mail: MailCatcher };

/** Stories in a house of their own that keeps things where the run's own does, and sends mail. */
export const test = base.extend<object, { mailing: MailingHouse | null }>({
  mailing: [
    async ({ foundHouse }, use) => {
      if (!foundHouse) return use(null);
      const mail = await catchMail();
      const server = await startBeside(foundHouse, mail.url).catch(async (error) => {
        await mail.close();
        throw error;
      });
      await use({ url: server.url, mail });
      await server.stop();
      await mail.close();
    },
    { scope: "worker", timeout: 240_000 },
  ],
  baseURL: async ({ mailing, house }, use) => use(mailing?.url ?? house.url),
});

async function startBeside({ settings }: Pick<House, "settings">, SMTP_URL: string): Promise<Server> {
  const { DATABASE_URL } = settings;
  if (!DATABASE_URL) return startServer(() => ({ SMTP_URL }));
  const stored = Object.entries(settings).filter(([name]) => name.startsWith("S3_") || name === "APP_SECRET");
  const own = { DATABASE_URL: await createDatabase(DATABASE_URL), S3_BUCKET: `mail-${randomBytes(4).toString("hex")}` };
  return startServer(() => ({ ...Object.fromEntries(stored), ...own, SMTP_URL }));
}
