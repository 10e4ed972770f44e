"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { useScripted } from "@/components/ui/use-scripted";
import type { Deeds } from "./use-deeds";

// Fetched when it is first asked for: most pages are left without it.
const Palette = dynamic(() => import("./palette").then((module) => module.Palette), { ssr: false });

/** Opens the search over everything: by this button, by ⌘K or Ctrl+K. */
export function CommandButton({ isHouseAdmin, ...deeds }: Deeds & { isHouseAdmin: boolean }) {
  const [open, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const isApple = useScripted() && /Mac|iPhone|iPad/.test(navigator.platform);
  const show = (next: boolean) => {
    setOpen(next);
    if (next) setWasOpen(true);
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      setWasOpen(true);
      setOpen((now) => !now);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return (
    <>
      <button
        type="button"
        onClick={() => show(true)}
        aria-keyshortcuts="Control+K Meta+K"
        className="inline-flex size-11 items-center justify-center gap-3 rounded-full text-small text-quiet transition-colors duration-150 hover:text-ink md:min-h-9 md:w-56 md:justify-start md:border md:border-hairline md:px-4 md:hover:border-edge"
      >
        <Search aria-hidden="true" className="size-5 shrink-0 md:size-4" />
        <span className="grow text-start max-md:sr-only">Search</span>
        <span aria-hidden="true" className="max-md:hidden">
          {isApple ? "⌘K" : "Ctrl K"}
        </span>
      </button>
      {wasOpen && <Palette open={open} onOpenChange={show} isHouseAdmin={isHouseAdmin} deeds={deeds} />}
    </>
  );
}
