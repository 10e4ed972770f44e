"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { beginEpisode, type CreateEpisode } from "../begin-episode";

/** Begins a draft and opens its page. */
export function NewEpisode({ slug, create }: { slug: string; create: CreateEpisode }) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const begin = () =>
    start(async () => {
      const page = await beginEpisode(slug, create);
      if (page) router.push(page);
    });
  return (
    <Button busy={busy} onClick={begin}>
      New episode
    </Button>
  );
}
