"use client";

import { useRouter } from "next/navigation";
import { beginWithFile, type CreateEpisode, isTaken } from "./begin-with-file";
import { useDrop } from "./drop";

type Props = { show: { slug: string; title: string }; create: CreateEpisode };

/** An audio file dropped anywhere in the studio of a show begins an episode of it. */
export function ShowDrop({ show, create }: Props) {
  const router = useRouter();
  useDrop(`A new episode of ${show.title}`, 0, async (file, handle) => {
    const dropped = { file, handle };
    if (await isTaken(dropped)) await beginWithFile(show.slug, dropped, { create, go: (href) => router.push(href) });
  });
  return null;
}
