import type { Metadata } from "next";
import Link from "next/link";
import { signUpMode } from "@/lib/accounts/sign-up-mode";
import { Door } from "../door";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

type Query = { next?: string | string[]; reset?: string | string[] };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { next, reset } = await searchParams;
  return (
    <Door title="Welcome back." lead={reset === "done" && "Your new password is set. Sign in with it."}>
      <SignInForm next={typeof next === "string" ? next : null} />
      {(await signUpMode()) === "open" && (
        <p className="mt-8 text-small text-quiet">
          New here?{" "}
          <Link href="/sign-up" prefetch={false} className="link text-ink">
            Make an account
          </Link>
        </p>
      )}
    </Door>
  );
}
