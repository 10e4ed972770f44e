import { settings } from "@/lib/platform/env";
import { mailLeaves } from "@/lib/platform/mail";

/** What the set-up page says of the house before it has an admin. */
export const setUpFacts = () => ({ address: settings().appUrl, mailLeaves: mailLeaves() });
