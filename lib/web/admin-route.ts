import { asHouseAdmin, type HouseAdmin } from "@/lib/accounts/actor";
import { guarded, plainAnswer } from "@/lib/web/plain";
import { currentActor } from "@/lib/web/session";

export type AdminCall = { request: Request; admin: HouseAdmin; now: Date };

/** A file that the house admin's browser asks for: nothing is here for others, and whoever is signed out is led to sign in. */
export const adminRoute = (carryOut: (call: AdminCall) => Promise<Response>) =>
  guarded(async (request: Request, _: unknown) => {
    const actor = await currentActor();
    const { pathname, search } = new URL(request.url);
    if (!actor)
      return plainAnswer(307, "Sign in first.", { location: `/sign-in?next=${encodeURIComponent(pathname + search)}` });
    const admin = asHouseAdmin(actor);
    return admin ? carryOut({ request, admin, now: new Date() }) : plainAnswer(404, "There is nothing here.");
  });
