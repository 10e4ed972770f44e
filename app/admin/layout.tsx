import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { ThemeChoice } from "@/components/theme-choice";
import { houseName } from "@/lib/accounts/house-settings";
import { requireHouseAdmin } from "@/lib/web/session";
import { chosenTheme } from "@/lib/web/theme";
import { signOut } from "../(auth)/sign-out/actions";
import { chooseTheme } from "../choose-theme";
import { createEpisode } from "../studio/[show]/actions";
import { CommandButton } from "../studio/commands/command-button";
import { RoomMenu } from "./room-menu";
import { SideList } from "./side-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: { template: "%s · House", default: `House · ${await houseName()}` } };
}

/** The house admin's desk: a smaller voice than the studio's, its rooms at the side. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { user } = await requireHouseAdmin();
  return (
    <div dir="ltr" className="mx-auto flex min-h-dvh max-w-page flex-col px-5 md:px-8 lg:px-12">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:inset-s-5 focus:top-3 focus:z-10 focus:bg-paper focus:px-3 focus:py-2"
      >
        Skip to the content
      </a>
      <header className="flex items-center justify-between gap-4 border-b py-3">
        <Link href="/admin" prefetch={false} className="flex min-h-11 items-center gap-3 tracking-[-0.01em]">
          <span className="size-2.5 shrink-0 rounded-full bg-signal" />
          <span className="max-w-60 truncate font-semibold">{await houseName()}</span>
          <span className="text-quiet">House</span>
        </Link>
        <RoomMenu />
        <div className="flex items-center gap-8 text-small text-quiet max-lg:hidden">
          <CommandButton isHouseAdmin createEpisode={createEpisode} chooseTheme={chooseTheme} signOut={signOut} />
          <p>{user.email}</p>
          <Link href="/studio" prefetch={false} className="inline-flex min-h-11 items-center hover:text-ink">
            Studio
          </Link>
        </div>
      </header>
      <div className="grid grow gap-x-14 lg:grid-cols-[9.5rem_minmax(0,1fr)]">
        <div className="pt-10 max-lg:hidden">
          <SideList />
        </div>
        <main
          id="content"
          tabIndex={-1}
          className="min-w-0 pt-8 pb-32 focus-visible:outline-none lg:border-s lg:pt-10 lg:ps-14 [&_h1]:text-long"
        >
          {children}
        </main>
      </div>
      <footer className="flex items-center justify-between border-t py-4 text-small text-quiet">
        <p>{await houseName()}</p>
        <ThemeChoice chosen={await chosenTheme()} choose={chooseTheme} />
      </footer>
    </div>
  );
}
