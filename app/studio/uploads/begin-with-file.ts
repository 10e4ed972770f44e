import { toast } from "@/components/ui/toast";
import type { ActionState } from "@/lib/web/action";
import { answerOf } from "../../answer-of";
import { begin } from "./desk";
import type { FileHandle } from "./handles";
import { refuseFile } from "./look-at-file";
import { titleFrom } from "./words";

export type Dropped = { file: File; handle: FileHandle | null };
export type CreateEpisode = (previous: ActionState, form: FormData) => Promise<ActionState>;

/** Whether the file may become an episode's audio; what speaks against it is told. */
export async function isTaken({ file }: Dropped): Promise<boolean> {
  const refused = await refuseFile(file);
  if (refused) toast({ title: `“${file.name}” was not taken.`, description: refused, urgent: true });
  return !refused;
}

/** A draft in the show that is there at once: `go` leads to its page, and the upload runs. */
export async function beginWithFile(
  show: string,
  { file, handle }: Dropped,
  { create, go }: { create: CreateEpisode; go(href: string): void },
): Promise<void> {
  const title = titleFrom(file.name);
  const form = new FormData();
  form.set("show", show);
  form.set("title", title);
  const answer = await answerOf(() => create(null, form));
  const episode = answer?.ok ? String(answer.values?.id) : null;
  if (!episode) return toast({ title: sentenceOf(answer), urgent: true });
  go(`/studio/${show}/episodes/${episode}`);
  await begin({ show, episode, title }, file, handle);
}

const sentenceOf = (answer: ActionState): string =>
  answer?.ok === false ? answer.sentence : "The episode was not made. Try again.";
