import { z } from "zod";
import { restoreUser } from "@/lib/accounts/mutations";
import { requireUserByEmail } from "@/lib/accounts/queries";
import { emailSchema } from "@/lib/accounts/schema";
import { type Command, say } from "./command";
import { withHouse } from "./database";
import { readOptions } from "./options";

/** Lifts a suspension. */
export const userRestore: Command = {
  usage: "user restore --email E",
  run: async (args) => {
    const { email } = readOptions(args, z.strictObject({ email: emailSchema }));
    const user = await withHouse(async () => {
      await restoreUser(await requireUserByEmail(email), new Date());
      return requireUserByEmail(email);
    });
    say(`${email} is not suspended. Tokens that were ended stay so; make new ones with \`token create\`.`);
    return { user: { id: user.id, email, suspendedAt: user.suspendedAt } };
  },
};
