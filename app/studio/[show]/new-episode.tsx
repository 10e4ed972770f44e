"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { ActionState } from "@/lib/web/action";

type Props = { slug: string; create(previous: ActionState, form: FormData): Promise<ActionState> };

/** Begins a draft and opens its page. */
export function NewEpisode({ slug, create }: Props) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const begin = () =>
    start(async () => {
      const form = new FormData();
      form.set("show", slug);
      const answer = await create(null, form);
      if (answer?.ok) router.push(`/studio/${slug}/episodes/${answer.values?.id}`);
      else toast({ title: answer?.sentence ?? "The episode was not made. Try again.", urgent: true });
    });
  return (
    <Button busy={busy} onClick={begin}>
      New episode
    </Button>
  );
}
