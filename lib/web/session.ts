import { decode, encode } from "next-auth/jwt";
import type { Actor } from "@/lib/accounts/actor";
import { findActorBySession } from "@/lib/accounts/sessions";
import { settings } from "@/lib/platform/env";
import { sign } from "@/lib/platform/signatures";
import { findActor } from "@/lib/web/api";

/** `__Host-` ties the cookie to this host and to https; plain http at home cannot have it. */
const cookieName = () => (settings().appUrl.startsWith("https:") ? "__Host-longwave.session" : "longwave.session");

const secret = () => sign("next-auth", "session cookie");

/** The cookie's value for a session row: next-auth's encrypted token with nothing in it but the row's id. */
export const sealSession = (sessionId: string): Promise<string> =>
  encode({ token: { sid: sessionId }, secret: secret() });

/** Who looks: by token, or by the session cookie. For safe methods only; a change by cookie needs its Origin checked too. */
export async function findViewer(request: Request, now: Date): Promise<Actor | null> {
  return (await findActor(request, now)) ?? (await findActorByCookie(request, now));
}

async function findActorByCookie(request: Request, now: Date): Promise<Actor | null> {
  const value = cookieOf(request, cookieName());
  const token = value ? await decode({ token: value, secret: secret() }).catch(() => null) : null;
  return typeof token?.sid === "string" ? findActorBySession(token.sid, now) : null;
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get("cookie") ?? "").split(/; */).map((pair) => pair.split("="));
  return pairs.find(([key]) => key === name)?.[1];
}
