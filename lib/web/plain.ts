import { tellOf } from "@/lib/web/problems";

/** A short answer in words, for clients that are no browsers. */
export const plainAnswer = (status: number, words: string, headers: Record<string, string> = {}): Response =>
  new Response(`${words}\n`, {
    status,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      ...headers,
    },
  });

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
