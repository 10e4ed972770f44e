import { toast } from "@/components/ui/toast";
import { answerOf } from "../../../answer-of";
import { removeEpisode } from "../episodes/[episode]/publish/actions";
import { bringBack } from "./actions";
import { tellBack } from "./tell-back";

type Deleted = { id: string; title: string };

/** Deletes an episode and says so, or why not. Whether it was deleted. */
export async function deleteAndTell(episode: Deleted): Promise<boolean> {
  const state = await answerOf(() => removeEpisode(null, about(episode)));
  if (state?.ok) tellDeleted(episode);
  else toast({ title: state?.sentence ?? "It was not deleted. Try again.", urgent: true });
  return state?.ok === true;
}

/** Says that an episode is deleted, with the way back. */
export function tellDeleted(episode: Deleted): void {
  const undo = async () => tellBack(episode.title, await answerOf(() => bringBack(null, about(episode))));
  toast({ title: `“${episode.title}” is deleted.`, action: { label: "Undo", run: () => void undo() } });
}

function about({ id }: Deleted): FormData {
  const form = new FormData();
  form.set("episode", id);
  return form;
}
