import { isPassword } from "@/lib/accounts/passwords";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";

/** Lets a user do what asks for their password, typed into a field named `current`. Gives its hash. Throws `invalid`. */
export async function requirePassword(userId: string, current: string): Promise<string | null> {
  const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } });
  if (!(await isPassword(current, passwordHash))) throw wrongPassword();
  return passwordHash;
}

export const wrongPassword = () =>
  new DomainError("invalid", "The present password is not this one.", {
    fields: { current: "is not the present one" },
  });
