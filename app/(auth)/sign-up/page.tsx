import type { Metadata } from "next";
import Link from "next/link";
import { type SignUpMode, signUpMode } from "@/lib/accounts/sign-up-mode";
import { Door } from "../door";
import { HouseTerms } from "../house-terms";
import { SignUpForm } from "./sign-up-form";

export const metadata: Metadata = { title: "Sign up" };

const words: Record<SignUpMode, { title: string; lead: string }> = {
  open: {
    title: "Get on the air.",
    lead: "An account, a show, an audio file: it can be live in five minutes.",
  },
  invitation: {
    title: "By invitation.",
    lead: "An account begins with an invitation here: open the link that you were sent. You have none? Ask whoever runs this house, or somebody who works here.",
  },
  closed: {
    title: "Sign-up is closed.",
    lead: "Ask whoever runs this house to let you in: they send you a link, and your account begins there.",
  },
};

export default async function SignUpPage() {
  const mode = await signUpMode();
  return (
    <Door {...words[mode]}>
      {mode === "open" && (
        <>
          <SignUpForm />
          <HouseTerms />
        </>
      )}
      <p className={mode === "open" ? "mt-8 text-small text-quiet" : "text-quiet"}>
        Here before?{" "}
        <Link href="/sign-in" prefetch={false} className="link text-ink">
          Sign in
        </Link>
      </p>
    </Door>
  );
}
