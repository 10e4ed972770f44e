import type { Metadata } from "next";
import Link from "next/link";
import { signUpMode } from "@/lib/accounts/sign-up-mode";
import { Door } from "../door";
import { SignUpForm } from "./sign-up-form";

export const metadata: Metadata = { title: "Sign up" };

export default async function SignUpPage() {
  const open = (await signUpMode()) === "open";
  return (
    <Door
      title={open ? "Get on the air." : "Sign-up is closed."}
      lead={
        open
          ? "An account, a show, an audio file: it can be live in five minutes."
          : "Ask whoever runs this house to make an account for you."
      }
    >
      {open && <SignUpForm />}
      <p className="mt-8 text-small text-quiet">
        Here before?{" "}
        <Link href="/sign-in" prefetch={false} className="link text-ink">
          Sign in
        </Link>
      </p>
    </Door>
  );
}
