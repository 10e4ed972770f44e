import NextAuth, { type NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { signOut } from "@/lib/accounts/session-mutations";
import { findActorBySession, SESSION_SECONDS } from "@/lib/accounts/sessions";
import { signInSchema } from "@/lib/accounts/sign-in-schema";
import { DomainError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { callerOf } from "@/lib/web/caller";
import { asExpected, problem } from "@/lib/web/problems";
import { openSession, sealSession, sessionCookie, sessionSecret } from "@/lib/web/session";
import { signInWithin } from "@/lib/web/sign-in";

type Context = { params: Promise<{ nextauth: string[] }> };
type Refuse = (error: DomainError) => void;

const doors = ["GET csrf", "GET providers", "GET session", "POST callback/credentials", "POST signout"];

/** next-auth's own endpoints over our session rows. What of it is not needed here is a 404; too many tries are a 429. */
export async function answerNextAuth(request: Request, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (!doors.includes(`${request.method} ${nextauth.join("/")}`))
    return problem(new DomainError("not-found", "There is nothing at this address."));
  let refused: DomainError | null = null;
  const answer: Response = await NextAuth(
    request as never,
    context as never,
    options((error) => {
      refused = error;
    }),
  );
  return refused ? problem(refused) : answer;
}

function options(refuse: Refuse): NextAuthOptions {
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: { sessionToken: sessionCookie() },
    providers: [passwordProvider(refuse)],
    jwt: {
      encode: ({ token }) => sealSession(String(token?.sid)),
      decode: ({ token }) => openSession(token, new Date()),
    },
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : token),
      session: async ({ session, token }) => {
        const actor = await findActorBySession(String(token.sid), new Date());
        return { ...session, user: { name: actor?.user.name, email: actor?.user.email } };
      },
    },
    logger: { error: (code) => log().warn({ code }, "next-auth refused something."), warn: () => {}, debug: () => {} },
    events: { signOut: ({ token }) => endSession(String(token.sid), new Date()) },
  };
}

const passwordProvider = (refuse: Refuse) =>
  credentials({
    credentials: { email: { label: "Email", type: "email" }, password: { label: "Password", type: "password" } },
    authorize: async (given, request) => {
      const parsed = signInSchema.safeParse(given);
      if (!parsed.success) return null;
      const sent = new Headers(request.headers as Record<string, string>);
      try {
        const entrance = await signInWithin(parsed.data, callerOf(sent), new Date());
        if (entrance.to === "house") return { id: entrance.session.id };
        refuse(new DomainError("conflict", words[entrance.to]));
        return null;
      } catch (error) {
        const expected = asExpected(error);
        if (!expected) throw error;
        if (expected.code !== "unauthenticated") refuse(expected);
        return null;
      }
    },
  });

/** What this endpoint cannot do: only our own pages ask for what comes after a password. */
const words = {
  "second step": "This account asks for a second step after the password. Sign in at /sign-in.",
  verification: "This address has to be verified first; a mail is on its way to it.",
  suspension: "This account is suspended. Sign in at /sign-in to read why.",
};

async function endSession(sessionId: string, now: Date): Promise<void> {
  const actor = await findActorBySession(sessionId, now);
  if (actor) await signOut(actor, sessionId, now);
}
