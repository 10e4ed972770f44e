import type { Metadata } from "next";
import Link from "next/link";
import { setUpFacts } from "@/lib/accounts/set-up-facts";
import { canSetUp } from "@/lib/accounts/setup-mutations";
import { Door } from "../door";
import { SetUpForm } from "./set-up-form";

export const metadata: Metadata = { title: "Set up", referrer: "same-origin" };

export default async function SetUpPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  if (typeof token !== "string" || !token) return <WithoutLink />;
  if (!(await canSetUp(token))) return <OldLink />;
  const facts = await setUpFacts();
  return (
    <Door title="Yours to run." lead={<Lead {...facts} />}>
      <SetUpForm token={token} mailLeaves={facts.mailLeaves} signUp={facts.signUp} />
    </Door>
  );
}

const Lead = ({ address, mailLeaves }: Omit<Awaited<ReturnType<typeof setUpFacts>>, "signUp">) => (
  <>
    <p>Make the account that looks after this house.</p>
    <p className="mt-6 text-body">
      The house is at <strong className="font-semibold text-ink">{address}</strong>: every feed and every link is made
      from that. If listeners reach it by another address, set <code>APP_URL</code> and start it again first.
    </p>
    {!mailLeaves && (
      <p className="mt-4 text-body">
        No mail leaves the house as long as <code>SMTP_URL</code> is not set. It waits in an outbox that you can read.
      </p>
    )}
  </>
);

const WithoutLink = () => (
  <Door title="This link is not whole." lead="Copy all of it from the terminal where the house was started.">
    {null}
  </Door>
);

/** Each start of a house without an admin prints a new link, so whoever scrolls up in the terminal finds old ones. */
const OldLink = () => (
  <Door
    title="This link opens nothing."
    lead="It was used already, or the house has been started again since: take the newest from the terminal."
  >
    <p className="text-small">
      The house has an admin?{" "}
      <Link href="/sign-in" prefetch={false} className="link">
        Sign in
      </Link>
    </p>
  </Door>
);
