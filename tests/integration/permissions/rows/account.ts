import { createSession } from "@/lib/accounts/sessions";
import { registered } from "@/tests/support/passkeys";
import type { Person } from "@/tests/support/people";
import { door, nothing, owners, type Row, signedIn, studio } from "./row";

/** An empty form says nothing but who sent it: whoever is signed in reads what is missing. */
const refusesEmpty = (path: string, method: string): Row => ({
  ...studio(`account/${path}`, method, signedIn, nothing),
  status: 422,
});

export const accountRows: Row[] = [
  { ...door("sign-in/code", "PAGE", 307), case: "before a right password" },
  door("sign-in/code", "confirmSecondStep", 422),
  door("sign-in", "askForPasskey", 200),
  door("sign-in", "signInWithPasskey", 422),
  door("address", "PAGE", 200),
  door("address", "takeAddress", 422),
  { ...door("suspended", "PAGE", 200), may: ["suspended"] },
  door("suspended", "closeSuspendedAccount", 422),
  ...["", "password/", "second-step/", "passkeys/", "sessions/", "close/"].map((path) =>
    studio(`account/${path}`, "PAGE", signedIn, nothing),
  ),
  refusesEmpty("", "saveProfile"),
  refusesEmpty("", "changeAddress"),
  refusesEmpty("password/", "changePassword"),
  studio("account/second-step/", "offerSecondStep", signedIn, nothing),
  refusesEmpty("second-step/", "confirmSecondStep"),
  refusesEmpty("second-step/", "renewCodes"),
  refusesEmpty("second-step/", "turnOff"),
  studio("account/passkeys/", "offerPasskey", signedIn, nothing),
  refusesEmpty("passkeys/", "addPasskey"),
  studio("account/passkeys/", "removePasskey", owners, async ({ owner }) => ({
    form: { passkey: await passkeyOf(owner) },
  })),
  refusesEmpty("sessions/", "endSession"),
  {
    ...studio("account/sessions/", "endSession", owners, async ({ owner }) => ({
      form: { session: (await createSession(owner.actor.user, new Date())).id },
    })),
    case: "of one's own",
  },
  { ...studio("account/sessions/", "endAllSessions", signedIn, nothing), status: 307 },
  refusesEmpty("close/", "closeAccount"),
];

async function passkeyOf({ actor }: Person): Promise<string> {
  return (await registered(actor, new Date())).passkey.id;
}
