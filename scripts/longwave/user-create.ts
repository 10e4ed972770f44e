import { createUser } from "@/lib/accounts/mutations";
import { newUserSchema } from "@/lib/accounts/schema";
import { type Command, say } from "./command";
import { withHouse } from "./database";
import { readOptions } from "./options";

/** Makes a user, verified at once, with a workspace of their own. */
export const userCreate: Command = {
  usage: "user create --email E --password P [--name N] [--admin]",
  run: async (args) => {
    const input = readOptions(args, newUserSchema, ["admin"]);
    const { user, workspace } = await withHouse(() => createUser(input, new Date()));
    say(`${user.email} can sign in now${user.isHouseAdmin ? ", as an admin of the house" : ""}.`);
    const { id, email, name, isHouseAdmin: admin } = user;
    return { user: { id, email, name, admin }, workspace: { id: workspace.id, name: workspace.name } };
  },
};
