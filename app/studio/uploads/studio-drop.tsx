"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "@/components/ui/toast";
import type { ShowFound } from "@/lib/episodes/commands";
import { editableShows } from "../commands/fetch-found";
import { beginWithFile, type CreateEpisode, type Dropped, isTaken } from "./begin-with-file";
import { useDrop } from "./drop";

// Fetched when a file is dropped outside of a show: nearly never.
const ShowChoice = dynamic(() => import("./show-choice").then((module) => module.ShowChoice), { ssr: false });

/** An audio file dropped where no show is open: an episode of the only show there is, else of the one that is chosen. */
export function StudioDrop({ create }: { create: CreateEpisode }) {
  const router = useRouter();
  const [asked, ask] = useState<{ dropped: Dropped; shows: ShowFound[] } | null>(null);
  const go = (href: string) => router.push(href);
  useDrop("A new episode", -1, async (file, handle) => {
    const dropped = { file, handle };
    if (!(await isTaken(dropped))) return;
    const shows = await editableShows("");
    const [only, ...more] = shows ?? [];
    if (!shows) toast({ title: "The house does not answer. Drop the file again in a moment.", urgent: true });
    else if (only && more.length === 0) await beginWithFile(only.slug, dropped, { create, go });
    else ask({ dropped, shows });
  });
  if (!asked) return null;
  return (
    <ShowChoice
      name={asked.dropped.file.name}
      first={asked.shows}
      onChoose={(slug) => {
        ask(null);
        void beginWithFile(slug, asked.dropped, { create, go });
      }}
      onClose={() => ask(null)}
    />
  );
}
