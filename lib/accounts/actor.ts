import type { Signature } from "@/lib/audit/record";
import type { Role, User } from "@/prisma/generated/client";

/** Who acts, and by what. A token acts as its owner, in its one workspace. */
export type Actor = {
  user: Pick<User, "id" | "email" | "name" | "isHouseAdmin">;
  /** null: every workspace the user is a member of */
  workspaceId: string | null;
  via: "token" | "session" | "command line";
};

const rank: Record<Role, number> = { analyst: 0, editor: 1, admin: 2, owner: 3 };

/** The roles that may do what `role` may: itself and those above. */
export const rolesFrom = (role: Role): Role[] =>
  (Object.keys(rank) as Role[]).filter((each) => rank[each] >= rank[role]);

declare const granted: unique symbol;
type Below = {
  analyst: "analyst";
  editor: "analyst" | "editor";
  admin: "analyst" | "editor" | "admin";
  owner: "analyst" | "editor" | "admin" | "owner";
};

/**
 * A thing together with the proof that `by` holds at least role `R` over it. Only finders make one, so a verb that takes
 * it cannot be given an unchecked id. An owner's proof passes where an editor's is asked.
 */
export type Granted<T, R extends Role> = T & { readonly by: Actor; readonly [granted]: Record<Below[R], true> };

/** For finders only: call it after the query has checked the role. */
export const grant = <T, R extends Role>(thing: T, by: Actor, _role: R): Granted<T, R> =>
  ({ ...thing, by }) as Granted<T, R>;

declare const house: unique symbol;

/** The proof that whoever acts is a house admin, signed in with a browser. Verbs of the admin's desk take it. */
export type HouseAdmin = Actor & { readonly [house]: true };

/** The actor as house admin; null for everybody else. A token never is one: it acts in a workspace. */
export const asHouseAdmin = (actor: Actor): HouseAdmin | null =>
  actor.user.isHouseAdmin && actor.via === "session" ? (actor as HouseAdmin) : null;

/** Who signs an audit event: whoever the finder granted the thing to. */
export const signed = ({ by }: Granted<object, "analyst">): Signature => ({ actorId: by.user.id, via: by.via });

/** Who signs an audit event of the admin's desk. */
export const asAdmin = ({ user, via }: HouseAdmin): Signature => ({ actorId: user.id, via });
