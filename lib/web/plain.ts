import { tellOf } from "@/lib/web/problems";

/** A short answer in words, for clients that are no browsers. */
export function plainAnswer(status: number, words: string, more: Record<string, string> = {}): Response {
  const headers = new Headers({
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  for (const [name, value] of Object.entries(more)) headers.set(name, value);
  return new Response(`${words}\n`, { status, headers });
}

/**
 * A route handler for listeners, whose refusals and bugs become small texts with these headers: 503 with Retry-After while the
 * store or the database is away.
 */
export function guarded<C>(
  handle: (request: Request, context: C) => Promise<Response>,
  headers: Record<string, string> = {},
) {
  return async (request: Request, context: C): Promise<Response> => {
    try {
      return await handle(request, context);
    } catch (error) {
      const told = tellOf(error);
      return plainAnswer(told.status, told.detail, { ...headers, ...told.headers });
    }
  };
}
