import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { decode, encode, type JWT } from "next-auth/jwt";
import { type Actor, asHouseAdmin, type HouseAdmin } from "@/lib/accounts/actor";
import { findActorBySession, findSuspendedBySession, SESSION_SECONDS, type Suspended } from "@/lib/accounts/sessions";
import { settings } from "@/lib/platform/env";
import { sign } from "@/lib/platform/signatures";
import { findActor } from "@/lib/web/api";
import { ownPath } from "@/lib/web/own-path";

/** `__Host-` ties the cookie to this host and to https; plain http at home cannot have it. */
export const sessionCookie = () => {
  const secure = settings().appUrl.startsWith("https:");
  return {
    name: secure ? "__Host-longwave.session" : "longwave.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
};

/** The secret that next-auth's token is encrypted with. */
export const sessionSecret = () => sign("next-auth", "session cookie");

/** The cookie's value for a session row: next-auth's encrypted token with nothing in it but the row's id. */
export const sealSession = (sessionId: string): Promise<string> =>
  encode({ token: { sid: sessionId }, secret: sessionSecret(), maxAge: SESSION_SECONDS });

/** The token in a cookie's value; null when it is not ours or its session row no longer lives. */
export async function openSession(value: string | undefined, now: Date): Promise<(JWT & { sid: string }) | null> {
  const sid = await sessionIdIn(value);
  return sid && (await findActorBySession(sid, now)) ? { sid } : null;
}

/** Who looks: by token, or by the session cookie. For safe methods only; a change by cookie needs its Origin checked too. */
export async function findViewer(request: Request, now: Date): Promise<Actor | null> {
  return (await findActor(request, now)) ?? (await findActorByCookie(cookieOf(request, sessionCookie().name), now));
}

/** The id of the session row that a request's cookie names, alive or not; null without one. */
export const sessionIdOf = (request: Request): Promise<string | null> =>
  sessionIdIn(cookieOf(request, sessionCookie().name));

/** Who is signed in with the browser that asks for this page or sends this action. */
export async function currentActor(): Promise<Actor | null> {
  return findActorByCookie((await cookies()).get(sessionCookie().name)?.value, new Date());
}

/** The actor; whoever is not signed in is led to sign in, and back here afterwards. */
export async function requireSignedIn(): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  if (await currentSuspended()) redirect("/suspended");
  const here = ownPath((await headers()).get("x-longwave-path"));
  redirect(`/sign-in?next=${encodeURIComponent(here)}`);
}

/** Who has signed in with this browser while suspended: nothing but the page that says so opens for them. */
export async function currentSuspended(): Promise<(Suspended & { sessionId: string }) | null> {
  const sid = await sessionIdIn((await cookies()).get(sessionCookie().name)?.value);
  const suspended = sid ? await findSuspendedBySession(sid, new Date()) : null;
  return sid && suspended ? { ...suspended, sessionId: sid } : null;
}

/** The house admin who is signed in. For everybody else there is nothing at this address. */
export async function requireHouseAdmin(): Promise<HouseAdmin> {
  return asHouseAdmin(await requireSignedIn()) ?? notFound();
}

/** The id of this browser's session row; null when nobody is signed in with it. */
export async function currentSessionId(): Promise<string | null> {
  return (await openSession((await cookies()).get(sessionCookie().name)?.value, new Date()))?.sid ?? null;
}

/** Gives the browser the cookie of a session. */
export async function giveCookie(sessionId: string): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await sealSession(sessionId), { ...options, maxAge: SESSION_SECONDS });
}

export async function takeCookie(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

async function findActorByCookie(value: string | undefined, now: Date): Promise<Actor | null> {
  const sid = await sessionIdIn(value);
  return sid ? findActorBySession(sid, now) : null;
}

async function sessionIdIn(value: string | undefined): Promise<string | null> {
  const token = value ? await decode({ token: value, secret: sessionSecret() }).catch(() => null) : null;
  return typeof token?.sid === "string" ? token.sid : null;
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get("cookie") ?? "").split(/; */).map((pair) => pair.split("="));
  return pairs.find(([key]) => key === name)?.[1];
}
