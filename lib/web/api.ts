import type { z } from "zod";
import type { Actor } from "@/lib/accounts/actor";
import { findActorByToken } from "@/lib/accounts/queries";
import { DomainError } from "@/lib/platform/errors";
import { problem } from "@/lib/web/problems";

type Context<P> = { params: Promise<P> };
type Call<P> = { request: Request; params: P; actor: Actor; now: Date };

const BODY_BYTES = 1024 ** 2;

/** A route of the API: the bearer token becomes an actor, every refusal becomes problem+json. */
export function apiRoute<P = Record<string, never>>(carryOut: (call: Call<P>) => Promise<Response>) {
  return async (request: Request, context: Context<P>): Promise<Response> => {
    try {
      const now = new Date();
      const actor = await requireActor(request, now);
      return await carryOut({ request, params: await context.params, actor, now });
    } catch (error) {
      return problem(error);
    }
  };
}

/** The actor of `Authorization: Bearer …`; null without that header or with one that is no good. */
export async function findActor(request: Request, now: Date): Promise<Actor | null> {
  const [, secret] = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  return secret ? findActorByToken(secret, now) : null;
}

/** The actor, or a 401 that says how to become one. */
export async function requireActor(request: Request, now: Date): Promise<Actor> {
  const actor = await findActor(request, now);
  if (!actor)
    throw new DomainError(
      "unauthenticated",
      "Send a valid API token as `Authorization: Bearer …`. Make one with `npm run -s longwave -- token create`.",
    );
  return actor;
}

/** `thing`, or the 404 that says no more than that there is nothing, or why there is none for them. */
export function required<T>(thing: T | null, why = "There is nothing at this address for you."): T {
  if (thing === null) throw new DomainError("not-found", why);
  return thing;
}

/** The JSON body by its schema; an empty body is `{}`. Throws `malformed`, or `invalid` with a sentence for each field. */
export async function readJson<S extends z.ZodType>(request: Request, schema: S): Promise<z.infer<S>> {
  const text = new TextDecoder().decode(await readBytes(request, BODY_BYTES));
  // reportInput: without it a field of the wrong type looks like one that is missing.
  const parsed = schema.safeParse(parseJson(text), { reportInput: true });
  if (parsed.success) return parsed.data;
  const fields = Object.fromEntries(parsed.error.issues.flatMap(asFields));
  const sentence = Object.entries(fields).map(([name, what]) => `${name} ${what}`);
  throw new DomainError("invalid", `${sentence.join("; ")}.`, { fields });
}

/** The whole body, at most `limit` bytes. Throws `too-large`. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = new DomainError("too-large", `At most ${limit} bytes are taken here.`, { limit });
  // A body that is left halfway breaks the connection, often before the client has read why.
  if (Number(request.headers.get("content-length")) > limit) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limit) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export const json = (body: unknown, init: { status?: number; headers?: Record<string, string> } = {}): Response =>
  Response.json(body, {
    status: init.status ?? 200,
    headers: { "cache-control": "private, no-store", ...init.headers },
  });

function parseJson(text: string): unknown {
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError("malformed", "The body is not JSON.");
  }
}

function asFields(issue: z.core.$ZodIssue): [string, string][] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [key, "is not a field here"]);
  return [[issue.path.join(".") || "body", sentenceOf(issue)]];
}

const kinds: Record<string, string> = {
  string: "text",
  number: "a number",
  boolean: "true or false",
  object: "a JSON object",
};

/** Schemas bring their own sentences; what zod says of a wrong type by itself is not for people. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== "invalid_type") return issue.message;
  if (issue.input === undefined) return "is required";
  return issue.message.startsWith("Invalid input")
    ? `must be ${kinds[issue.expected] ?? issue.expected}`
    : issue.message;
}
