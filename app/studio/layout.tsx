import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { ThemeChoice } from "@/components/theme-choice";
import { requireSignedIn } from "@/lib/web/session";
import { chosenTheme } from "@/lib/web/theme";
import { signOut } from "../(auth)/sign-out/actions";
import { chooseTheme } from "../choose-theme";
import { AccountMenu } from "./account-menu";
import { StudioNav } from "./studio-nav";

export const metadata: Metadata = { title: { template: "%s · Longwave", default: "Studio · Longwave" } };

export default async function StudioLayout({ children }: { children: ReactNode }) {
  const { user } = await requireSignedIn();
  return (
    <div dir="ltr" className="mx-auto flex min-h-dvh max-w-page flex-col px-5 md:px-8 lg:px-12">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:inset-s-5 focus:top-3 focus:z-10 focus:bg-paper focus:px-3 focus:py-2"
      >
        Skip to the content
      </a>
      <header className="flex items-center justify-between gap-4 border-b py-3">
        <Link
          href="/studio"
          prefetch={false}
          className="flex min-h-11 items-center gap-3 font-semibold tracking-[-0.01em]"
        >
          <span className="size-2.5 shrink-0 rounded-full bg-signal" />
          Longwave
        </Link>
        <div className="flex items-center gap-5 md:gap-8">
          <StudioNav />
          <AccountMenu name={user.name} email={user.email} signOut={signOut} />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="grow py-10 focus-visible:outline-none lg:py-16">
        {children}
      </main>
      <footer className="flex items-center justify-between border-t py-4 text-small text-quiet">
        <p>Longwave</p>
        <ThemeChoice chosen={await chosenTheme()} choose={chooseTheme} />
      </footer>
    </div>
  );
}
