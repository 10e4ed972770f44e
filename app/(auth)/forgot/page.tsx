import type { Metadata } from "next";
import Link from "next/link";
import { Door } from "../door";
import { ForgotForm } from "./forgot-form";

export const metadata: Metadata = { title: "Forgotten password" };

export default function ForgotPage() {
  return (
    <Door title="A new password." lead="Say which address is yours, and a link comes to it by mail.">
      <ForgotForm />
      <p className="mt-8 text-small">
        <Link href="/sign-in" prefetch={false} className="link">
          Back to sign in
        </Link>
      </p>
    </Door>
  );
}
