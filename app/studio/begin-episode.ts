import { toast } from "@/components/ui/toast";
import type { ActionState } from "@/lib/web/action";
import { answerOf } from "../answer-of";

export type CreateEpisode = (previous: ActionState, form: FormData) => Promise<ActionState>;

/** Begins a draft and gives the address of its page; null when it was refused, which is told. */
export async function beginEpisode(slug: string, create: CreateEpisode): Promise<string | null> {
  const form = new FormData();
  form.set("show", slug);
  const answer = await answerOf(() => create(null, form));
  if (answer?.ok) return `/studio/${slug}/episodes/${answer.values?.id}`;
  toast({ title: answer?.sentence ?? "The episode was not made. Try again.", urgent: true });
  return null;
}
