import { z } from "zod";
import { suspendUser } from "@/lib/accounts/mutations";
import { requireUserByEmail } from "@/lib/accounts/queries";
import { emailSchema } from "@/lib/accounts/schema";
import { type Command, say } from "./command";
import { withHouse } from "./database";
import { readOptions } from "./options";

const schema = z.strictObject({ email: emailSchema, reason: z.string().trim().min(1).max(1000).optional() });

/** Ends a user's sessions and tokens and hides what only they answer for. */
export const userSuspend: Command = {
  usage: "user suspend --email E [--reason R]",
  run: async (args) => {
    const { email, reason = null } = readOptions(args, schema);
    const user = await withHouse(async () => {
      const found = await requireUserByEmail(email);
      await suspendUser(found, reason, new Date());
      return requireUserByEmail(email);
    });
    say(`${email} is suspended. Nothing was deleted; \`user restore\` brings everything back.`);
    return { user: { id: user.id, email, suspendedAt: user.suspendedAt } };
  },
};
