import { asAdmin, type HouseAdmin } from "@/lib/accounts/actor";
import { HOUSE_ID, houseName } from "@/lib/accounts/house-settings";
import { record } from "@/lib/audit/record";
import { db } from "@/lib/platform/db";
import { writeLetter } from "@/lib/platform/letter";
import { type MailOutcome, trySending } from "@/lib/platform/mail-test";

/** Sends a mail to the admin who asks, and gives what the mail server said to it. */
export async function testMail(admin: HouseAdmin): Promise<MailOutcome> {
  await db().$transaction((tx) =>
    record(tx, { ...asAdmin(admin), act: "testMail", target: { type: "house", id: HOUSE_ID } }),
  );
  const house = await houseName();
  const letter = {
    heading: "Mail leaves this house",
    paragraphs: [`You asked ${house} for a test, and this is it. What it writes to people comes the same way.`],
    last: "There is nothing that you need to do.",
  };
  return trySending({ to: admin.user.email, subject: "A test of the mail", house, ...(await writeLetter(letter)) });
}
