import type { Entrance } from "@/lib/accounts/entrance";
import type { Session } from "@/prisma/generated/client";

/** The session of a sign-in that led into the house; throws for one that stopped on the way. */
export function sessionOf(entrance: Entrance): Session {
  if (entrance.to !== "house") throw new Error(`It led to the ${entrance.to}.`);
  return entrance.session;
}
