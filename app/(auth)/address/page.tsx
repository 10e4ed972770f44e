import type { Metadata } from "next";
import Link from "next/link";
import { Door } from "../door";
import { AddressForm } from "./address-form";

// The address holds the link's secret: it is told to nobody.
export const metadata: Metadata = { title: "New address", referrer: "same-origin" };

export default async function AddressPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  if (typeof token !== "string" || !token) return <WithoutLink />;
  return (
    <Door title="Take this address?" lead="One press, and you sign in with this address instead of the old one.">
      <AddressForm token={token} />
    </Door>
  );
}

const WithoutLink = () => (
  <Door title="This link is not whole." lead="Open it from the mail itself, or ask for the change again.">
    <Link href="/studio/account" prefetch={false} className="link">
      Go to your account
    </Link>
  </Door>
);
