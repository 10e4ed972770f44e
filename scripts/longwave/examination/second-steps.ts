import { countLockedOut } from "@/lib/accounts/locked-out";
import { type Finding, good, wrong } from "./finding";

const REMEDY =
  "Set APP_SECRET to what it was then, or put back the file app-secret of the data folder. If it is lost: `user create --admin` " +
  "makes a house admin, who turns the second step off on the desk's page of each such account.";

/** Whether accounts with a second step can still be opened under this APP_SECRET. The tables must be the present ones. */
export async function examineSecondSteps(): Promise<Finding> {
  const count = await countLockedOut();
  if (count === 0) return good("second steps", "Every account that has one can be opened with it.");
  const found = `${count === 1 ? "An account asks" : `${count} accounts ask`} for codes that were set up under another APP_SECRET: neither codes nor recovery codes fit.`;
  return wrong("second steps", found, REMEDY);
}
