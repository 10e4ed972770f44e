import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Toaster } from "@/components/ui/toast";
import { houseName } from "@/lib/accounts/house-settings";
import { unreadAnnouncement } from "@/lib/web/announcement";
import { requireSignedIn } from "@/lib/web/session";
import { chosenTheme } from "@/lib/web/theme";
import { signOut } from "../(auth)/sign-out/actions";
import { chooseTheme } from "../choose-theme";
import { createEpisode } from "./[show]/actions";
import { AccountMenu } from "./account-menu";
import { putAway } from "./actions";
import { AnnouncementBanner } from "./announcement";
import { CommandButton } from "./commands/command-button";
import { StudioNav } from "./studio-nav";
import { UploadProvider } from "./uploads/provider";
import { StudioDrop } from "./uploads/studio-drop";

export async function generateMetadata(): Promise<Metadata> {
  const house = await houseName();
  return { title: { template: `%s · ${house}`, default: `Studio · ${house}` } };
}

export default async function StudioLayout({ children }: { children: ReactNode }) {
  const { user } = await requireSignedIn();
  const announcement = await unreadAnnouncement(new Date());
  return (
    // What stays in sight of a page stays below the dialogs over it.
    <div dir="ltr" className="isolate mx-auto flex min-h-dvh max-w-page flex-col px-5 md:px-8 lg:px-12">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:inset-s-5 focus:top-3 focus:z-10 focus:bg-paper focus:px-3 focus:py-2"
      >
        Skip to the content
      </a>
      {announcement && (
        <AnnouncementBanner key={announcement.id} id={announcement.id} text={announcement.text} putAway={putAway} />
      )}
      <header className="flex flex-wrap items-center gap-x-6 border-b md:flex-nowrap md:gap-x-10 md:py-3">
        <Link
          href="/studio"
          prefetch={false}
          className="flex min-h-14 items-center gap-3 font-semibold tracking-[-0.01em] md:min-h-11"
        >
          <span className="size-2.5 shrink-0 rounded-full bg-signal" />
          <span className="max-w-60 truncate">{await houseName()}</span>
        </Link>
        <StudioNav className="max-md:order-last max-md:w-full" />
        <div className="ms-auto flex min-w-0 items-center gap-1 md:gap-3">
          <CommandButton
            isHouseAdmin={user.isHouseAdmin}
            createEpisode={createEpisode}
            chooseTheme={chooseTheme}
            signOut={signOut}
          />
          <AccountMenu
            name={user.name}
            email={user.email}
            isHouseAdmin={user.isHouseAdmin}
            theme={await chosenTheme()}
            chooseTheme={chooseTheme}
            signOut={signOut}
          />
        </div>
      </header>
      <UploadProvider>
        <main id="content" tabIndex={-1} className="grow pt-8 pb-32 focus-visible:outline-none md:pt-10 lg:pt-14">
          {children}
        </main>
        <StudioDrop create={createEpisode} />
      </UploadProvider>
      <Toaster />
    </div>
  );
}
