"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { showTheme } from "@/components/themes";
import type { ActionState } from "@/lib/web/action";
import { deleteAndTell } from "../[show]/deleted/delete-and-tell";
import { beginEpisode, type CreateEpisode } from "../begin-episode";
import { copyAndTell } from "../copy-and-tell";
import { jumpTo } from "../jump";
import type { Command } from "./command";
import { forgetRecent, keepRecent } from "./recent";

export type Deeds = {
  createEpisode: CreateEpisode;
  chooseTheme(form: FormData): Promise<void>;
  signOut(previous: null, form: FormData): Promise<ActionState | unknown>;
};

/** Carries out a chosen command. */
export function useDeeds({ createEpisode, chooseTheme, signOut }: Deeds): (command: Command) => void {
  const router = useRouter();
  const begin = async (slug: string) => {
    const page = await beginEpisode(slug, createEpisode);
    if (page) router.push(page);
  };
  const go = (href: string) => {
    const [path, place] = href.split("#");
    router.push(href);
    if (place && path === window.location.pathname) jumpTo(place);
  };
  return (command) => {
    const { deed } = command;
    keepRecent(command);
    if (deed.kind === "go") go(deed.href);
    if (deed.kind === "copy") void copyAndTell(deed.value, deed.said);
    if (deed.kind === "new episode") startTransition(() => begin(deed.slug));
    if (deed.kind === "delete episode") startTransition(async () => void (await deleteAndTell(deed)));
    if (deed.kind === "theme") {
      showTheme(deed.theme);
      startTransition(() => chooseTheme(formWith("theme", deed.theme)));
    }
    if (deed.kind === "sign out") {
      forgetRecent();
      startTransition(async () => void (await signOut(null, new FormData())));
    }
  };
}

function formWith(name: string, value: string): FormData {
  const form = new FormData();
  form.set(name, value);
  return form;
}
