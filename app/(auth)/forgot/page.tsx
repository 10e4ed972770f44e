import type { Metadata } from "next";
import Link from "next/link";
import { connection } from "next/server";
import { linksAreMailed } from "@/lib/accounts/house-contact";
import { Door } from "../door";
import { ForgotForm } from "./forgot-form";

export const metadata: Metadata = { title: "Forgotten password" };

export default async function ForgotPage() {
  await connection();
  const isMailed = linksAreMailed();
  return (
    <Door title="A new password." lead={isMailed ? byMail : byHand}>
      <ForgotForm isMailed={isMailed} />
      <p className="mt-8 text-small">
        <Link href="/sign-in" prefetch={false} className="link">
          Back to sign in
        </Link>
      </p>
    </Door>
  );
}

const byMail = "Say which address is yours, and a link comes to it by mail.";
const byHand = "No mail leaves this house. Say which address is yours, then ask whoever runs the house for the link.";
