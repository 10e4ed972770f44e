"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { beginEpisode, type CreateEpisode } from "../begin-episode";

type Props = { slug: string; create: CreateEpisode; size?: "small" | "medium" };

/** Begins a draft and opens its page. */
export function NewEpisode({ slug, create, size }: Props) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const begin = () =>
    start(async () => {
      const page = await beginEpisode(slug, create);
      if (page) router.push(page);
    });
  return (
    <Button busy={busy} size={size} onClick={begin}>
      New episode
    </Button>
  );
}
