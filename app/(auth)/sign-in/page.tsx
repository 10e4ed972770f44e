import type { Metadata } from "next";
import Link from "next/link";
import { passkeysWork } from "@/lib/accounts/relying-party";
import { signUpMode } from "@/lib/accounts/sign-up-mode";
import { Door } from "../door";
import { PasskeyButton } from "./passkey-button";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

type Query = Record<"next" | "reset" | "closed", string | string[] | undefined>;

const news = {
  reset: "Your new password is set. Sign in with it.",
  closed: "Your account is closed. It can be opened again for 30 days; ask whoever runs this house.",
};

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { next: wish, reset, closed } = await searchParams;
  const next = typeof wish === "string" ? wish : null;
  const lead = (reset === "done" && news.reset) || (closed === "done" && news.closed);
  return (
    <Door title={closed === "done" ? "Goodbye." : "Welcome back."} lead={lead}>
      <SignInForm next={next} />
      {passkeysWork() && <PasskeyButton next={next} />}
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
