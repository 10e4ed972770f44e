"use client";

import { useRouter } from "next/navigation";
import { toast } from "@/components/ui/toast";
import type { ActionState } from "@/lib/web/action";
import { begin } from "./desk";
import { useDrop } from "./drop";
import { refuseFile } from "./look-at-file";
import { titleFrom } from "./words";

type Props = {
  show: { slug: string; title: string };
  create(previous: ActionState, form: FormData): Promise<ActionState>;
};

/** An audio file dropped anywhere in the studio of a show: a draft exists at once, its page opens, and the upload runs. */
export function ShowDrop({ show, create }: Props) {
  const router = useRouter();
  useDrop(`A new episode of ${show.title}`, 0, async (file, handle) => {
    const refused = await refuseFile(file);
    if (refused) return toast({ title: `“${file.name}” was not taken.`, description: refused, urgent: true });
    const title = titleFrom(file.name);
    const form = new FormData();
    form.set("show", show.slug);
    form.set("title", title);
    const answer = await create(null, form);
    const episode = answer?.ok ? String(answer.values?.id) : null;
    if (!episode) return toast({ title: sentenceOf(answer), urgent: true });
    router.push(`/studio/${show.slug}/episodes/${episode}`);
    await begin({ show: show.slug, episode, title }, file, handle);
  });
  return null;
}

const sentenceOf = (answer: ActionState): string =>
  answer?.ok === false ? answer.sentence : "The episode was not made. Try again.";
