import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ThemeChoice } from "@/components/theme-choice";
import { houseName } from "@/lib/accounts/house-settings";
import { chosenTheme } from "@/lib/web/theme";
import { chooseTheme } from "../choose-theme";

export async function generateMetadata(): Promise<Metadata> {
  const house = await houseName();
  return { title: { template: `%s · ${house}`, default: house }, robots: { index: false } };
}

/** The door of the house. */
export default async function DoorLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-page flex-col px-5 md:px-8 lg:px-12">
      <header className="flex items-center justify-between gap-4 py-5 lg:py-8">
        <a href="/" className="flex min-h-11 items-center gap-3 font-semibold tracking-[-0.01em]">
          <span className="size-2.5 rounded-full bg-signal" />
          {await houseName()}
        </a>
        <ThemeChoice chosen={await chosenTheme()} choose={chooseTheme} />
      </header>
      <main className="my-auto grid grid-cols-1 gap-x-16 gap-y-10 pt-6 pb-20 lg:grid-cols-[minmax(0,1fr)_26rem] lg:pb-28">
        {children}
      </main>
    </div>
  );
}
