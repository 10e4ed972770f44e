import type { Metadata } from "next";
import Link from "next/link";
import { Door } from "../door";
import { ResetForm } from "./reset-form";

// The address holds the link's secret: it is told to nobody.
export const metadata: Metadata = { title: "New password", referrer: "same-origin" };

export default async function ResetPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  if (typeof token !== "string" || !token) return <WithoutLink />;
  return (
    <Door title="Choose a new password." lead="Every browser that is signed in with the old one is signed out.">
      <ResetForm token={token} />
    </Door>
  );
}

const WithoutLink = () => (
  <Door title="This link is not whole." lead="Open it from the mail itself, or have another one sent.">
    <Link href="/forgot" prefetch={false} className="link">
      Send another link
    </Link>
  </Door>
);
