import type { Actor } from "@/lib/accounts/actor";
import { DomainError } from "@/lib/platform/errors";
import { refuseOtherSites } from "@/lib/web/origin";
import { problem } from "@/lib/web/problems";
import { findViewer } from "@/lib/web/session";

type Context<P> = { params: Promise<P> };
type Call<P> = { request: Request; params: P; actor: Actor; now: Date };

/**
 * A route that our own pages call with the session cookie: like an action it asks for our Origin first, where it changes
 * something. Browsers send none with a GET, and over plain http nothing in its place.
 */
export function studioRoute<P>(carryOut: (call: Call<P>) => Promise<Response>) {
  return async (request: Request, context: Context<P>): Promise<Response> => {
    try {
      const now = new Date();
      if (request.method !== "GET") refuseOtherSites(request.headers);
      const actor = await findViewer(request, now);
      if (!actor) throw new DomainError("unauthenticated", "You are signed out. Sign in in another tab and try again.");
      return await carryOut({ request, params: await context.params, actor, now });
    } catch (error) {
      return problem(error);
    }
  };
}
