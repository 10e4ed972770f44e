import { createToken } from "@/lib/accounts/mutations";
import { requireUserByEmail } from "@/lib/accounts/queries";
import { newTokenSchema } from "@/lib/accounts/schema";
import { type Command, say } from "./command";
import { withHouse } from "./database";
import { readOptions } from "./options";

/** Makes an API token that acts for the user in their own workspace. */
export const tokenCreate: Command = {
  usage: "token create --email E --name N",
  run: async (args) => {
    const { email, name } = readOptions(args, newTokenSchema);
    const { secret } = await withHouse(async () => createToken(await requireUserByEmail(email), name));
    say("Keep the token now: only its hash is stored, so it cannot be shown again.");
    return { token: secret };
  },
};
