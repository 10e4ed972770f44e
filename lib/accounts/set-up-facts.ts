import { signUpMode } from "@/lib/accounts/sign-up-mode";
import { settings } from "@/lib/platform/env";
import { mailLeaves } from "@/lib/platform/mail";

/** What the set-up page says of the house before it has an admin, and who may sign up unless that is changed there. */
export const setUpFacts = async () => ({
  address: settings().appUrl,
  mailLeaves: mailLeaves(),
  signUp: await signUpMode(),
});
