import { randomBytes } from "node:crypto";
import { createToken, createUser } from "@/lib/accounts/mutations";
import { say } from "../longwave/command";
import { withHouse } from "../longwave/database";

type Account = { email: string; password: string; token: string };

/** A user of its own for each demo, made as `user create` and `token create` make one: in this machine's database. */
export async function makeAccount(): Promise<Account> {
  const email = `demo-${randomBytes(4).toString("hex")}@example.org`;
  const password = randomBytes(15).toString("base64url");
  const secret = await withHouse(async () => {
    const { user } = await createUser({ email, password, name: "Longwave Demo", admin: false }, new Date());
    return (await createToken(user, "demo")).secret;
  });
  say(`Made the account ${email}.`);
  return { email, password, token: secret };
}
